-- An accident under each party, with the same id; the others stand in it without their names.
create table accident (
  person_id text not null references person (person_id),
  id uuid not null,
  number text not null,
  happened_at timestamptz not null,
  place_ar text not null,
  place_en text not null,
  vehicle_ar text not null,
  vehicle_en text not null,
  liability int not null check (liability between 0 and 100),
  others jsonb not null,
  injured int not null check (injured >= 0),
  reported_on date not null,
  object_by date not null,
  primary key (person_id, id),
  unique (person_id, number)
);

create table accident_party (
  number text not null,
  person_id text not null,
  primary key (number, person_id)
);
