create table health_policy (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  insurer_ar text not null,
  insurer_en text not null,
  class text not null check (class in ('vip', 'a', 'b', 'c')),
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  primary key (person_id, id),
  unique (person_id, number),
  check (starts_on <= ends_on)
);
