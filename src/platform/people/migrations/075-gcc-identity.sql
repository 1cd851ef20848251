-- National IDs of citizens of the Gulf states, by which they come in; each leads to the person's border number.
create table gcc_identity (
  country text not null,
  number text not null,
  person_id text not null references person (person_id),
  primary key (country, number),
  unique (person_id)
);
