-- What a report said on the day on which it was drawn; the registers move on, a report does not.
create table official_report (
  person_id text not null references person (person_id),
  id uuid not null,
  report text not null,
  blocks jsonb not null,
  drawn_at timestamptz not null,
  primary key (person_id, id)
);
