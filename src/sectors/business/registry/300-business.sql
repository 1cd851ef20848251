-- Establishments that their owners manage here.
create table registered_establishment (
  person_id text not null,
  establishment_id text not null,
  registered_at timestamptz not null,
  primary key (person_id, establishment_id)
);
