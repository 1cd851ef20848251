-- valid_until: the last day to come in with it, or to leave. duration_days: how long one may then stay, or stay
-- away. ends_on: the last day of that, once it is known: at the border, or at the issue where it counts from then.
create table visa (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  kind text not null check (
    kind in ('family-visit', 'business-visit', 'tourist', 'umrah', 'work', 'residence', 'exit-reentry', 'final-exit')
  ),
  multiple boolean not null,
  issued_on date not null,
  valid_from date not null,
  valid_until date not null,
  duration_days int,
  ends_on date,
  host_id text,
  state text not null check (state in ('issued', 'used', 'returned', 'cancelled')),
  changed_at timestamptz not null,
  primary key (person_id, id),
  check (valid_until >= valid_from and valid_from >= issued_on)
);

create table visa_number (
  number text primary key,
  person_id text not null,
  visa_id uuid not null
);
