create table delivery (
  person_id text not null,
  id uuid not null,
  request_id uuid,
  tracking text not null,
  what jsonb not null,
  address jsonb not null,
  state text not null check (state in ('ordered', 'dispatched', 'delivered', 'returned')),
  reason text,
  ordered_at timestamptz not null,
  dispatched_at timestamptz,
  ended_at timestamptz,
  primary key (person_id, id),
  unique (person_id, request_id)
);

create table delivery_tracking (
  tracking text primary key,
  person_id text not null,
  delivery_id uuid not null
);
