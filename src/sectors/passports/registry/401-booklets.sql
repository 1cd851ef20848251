-- What becomes of a passport after its number was given: for the Kingdom's own always, for a foreign one only
-- when something was reported of it.
create table passport_booklet (
  person_id text not null,
  nationality text not null,
  number text not null,
  kind text not null check (kind in ('ordinary', 'diplomatic', 'special')),
  state text not null check (state in ('issued', 'active', 'superseded', 'lost', 'cancelled')),
  place_ar text not null,
  place_en text not null,
  activated_on date,
  changed_at timestamptz not null,
  primary key (person_id, nationality, number),
  foreign key (person_id, nationality, number) references passport (person_id, nationality, number),
  check (state <> 'active' or activated_on is not null)
);
