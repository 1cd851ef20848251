-- Establishments that their owners manage here: the workspaces.
create table workspace (
  person_id text not null,
  establishment_id text not null,
  opened_at timestamptz not null,
  primary key (person_id, establishment_id)
);

-- A delegation may begin on a later day than the one on which it is accepted.
alter table delegation add column valid_from date;

alter table delegation_held add column valid_from date;

-- Whoever gives delegations has one row here, locked while one is given: so two given at once see each other.
create table delegation_giver (
  principal_id text primary key
);
