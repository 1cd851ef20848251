-- One row under each who holds the record: both spouses, or the one parent who has the children.
create table family_record (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  head boolean not null,
  spouse_id text,
  opened_on date not null,
  closed_on date,
  primary key (person_id, id),
  unique (person_id, number)
);

create table family_record_number (
  number text primary key,
  head_id text not null
);
