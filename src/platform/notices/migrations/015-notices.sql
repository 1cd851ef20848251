-- What the platform told a person, and how far each way of telling got.

create table notice (
  person_id text not null,
  id uuid not null default uuidv7(),
  key text not null,
  title jsonb not null,
  body jsonb not null,
  link text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (person_id, id),
  unique (person_id, key)
);

create index notice_unread on notice (person_id) where read_at is null;

create table notice_delivery (
  person_id text not null,
  notice_id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed')),
  attempts int not null default 0,
  reference text,
  error text,
  changed_at timestamptz not null,
  primary key (person_id, notice_id, channel),
  foreign key (person_id, notice_id) references notice (person_id, id)
);

-- For the operator: what did not arrive, the latest first.
create index notice_delivery_failed on notice_delivery (changed_at desc) where state = 'failed';

-- Brings the operator's receipt, which knows only its reference, together with the message it is about.
-- Whichever of the two is written first waits here for the other.
create table notice_receipt (
  reference text primary key,
  expected boolean not null,
  person_id text,
  notice_id uuid,
  delivered boolean,
  at timestamptz not null
);

create index notice_receipt_old on notice_receipt (at);
