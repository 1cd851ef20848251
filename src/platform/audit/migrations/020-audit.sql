create table audit_event (
  person_id text not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'officer', 'partner', 'system')),
  actor_person text,
  actor_id text,
  units jsonb not null,
  action text not null,
  about text,
  ground text,
  primary key (person_id, id)
);

create table audit_pending (
  person_id text not null,
  event_id uuid not null,
  primary key (person_id, event_id)
);

create index audit_pending_order on audit_pending (event_id);

create table audit_batch (
  batch bigint primary key,
  previous text not null,
  leaves int not null,
  sealed_at timestamptz not null,
  hash text not null
);

create table audit_leaf (
  batch bigint not null references audit_batch (batch),
  position int not null,
  person_id text not null,
  event_id uuid not null,
  hash text not null,
  primary key (batch, position)
);

create index audit_leaf_event on audit_leaf (person_id, event_id);
