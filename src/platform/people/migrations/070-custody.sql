-- What a court has ordered about a child: with which parent it lives, and what that parent may do for it or the
-- other one no longer may. Lies under the child; the parents are found through `relative`. A prohibition of
-- travel holds from the court's entry, everything else from when the deed was linked here.
create table custody (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  holder_id text not null,
  grants text[] not null,
  withdraws text[] not null,
  forbids_travel boolean not null,
  starts_on date not null,
  ends_on date,
  linked_at timestamptz,
  ended_at timestamptz,
  primary key (person_id, id),
  unique (person_id, number)
);
