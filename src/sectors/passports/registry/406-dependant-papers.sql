-- A parent's paper that no registry of ours holds, as an officer accepted it, under the child.
create table dependant_paper (
  person_id text not null references person (person_id),
  parent text not null check (parent in ('father', 'mother')),
  accepted_on date not null,
  request_id uuid not null,
  primary key (person_id, parent)
);
