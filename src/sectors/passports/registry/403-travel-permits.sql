-- A parent's permission that a child travels, under the child.
create table travel_permit (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  trips text not null check (trips in ('single', 'multiple')),
  reach text not null check (reach in ('world', 'gulf')),
  issued_by text not null,
  issued_on date not null,
  valid_from date not null,
  valid_until date not null,
  state text not null check (state in ('active', 'used', 'cancelled')),
  reason_ar text,
  reason_en text,
  changed_at timestamptz not null,
  primary key (person_id, id),
  check (valid_until >= valid_from),
  check ((state = 'cancelled') = (reason_ar is not null)),
  check ((reason_ar is null) = (reason_en is null))
);

create table travel_permit_number (
  number text primary key,
  person_id text not null,
  permit_id uuid not null
);
