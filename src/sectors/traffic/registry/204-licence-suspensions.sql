-- A licence that its holder may not use for a time: whose services an authority stopped is another matter.
create table licence_suspension (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  licence_id uuid not null,
  authority_ar text not null,
  authority_en text not null,
  since date not null,
  until date not null,
  lifted_on date,
  primary key (person_id, id),
  foreign key (person_id, licence_id) references driving_licence (person_id, id),
  check (since <= until)
);
