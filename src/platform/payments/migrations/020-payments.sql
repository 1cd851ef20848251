-- What a person owes, the money that came for it, and the books of both.

create table bill (
  person_id text not null,
  id uuid not null default uuidv7(),
  number text not null,
  title jsonb not null,
  lines jsonb not null,
  total bigint not null check (total > 0),
  state text not null check (state in ('due', 'paid', 'cancelled', 'refunding', 'refunded')),
  due timestamptz not null,
  raised_at timestamptz not null,
  paid_at timestamptz,
  closed_at timestamptz,
  paid_by uuid,
  about_person text,
  about_request text,
  about_step text,
  when_settled jsonb,
  primary key (person_id, id)
);

create unique index bill_about on bill (person_id, about_person, about_request, about_step) where about_request is not null;

create index bill_state on bill (person_id, state, due);

create table bill_number (
  number text primary key,
  person_id text not null
);

create unique index bill_by_number on bill (person_id, number);

create table payment (
  person_id text not null,
  id uuid not null default uuidv7(),
  bill_id uuid not null,
  provider text not null,
  reference text,
  url text,
  amount bigint not null check (amount > 0),
  received bigint,
  state text not null check (state in ('opened', 'settled', 'failed', 'refunding', 'refunded')),
  opened_at timestamptz not null,
  settled_at timestamptz,
  refund_asked_at timestamptz,
  refund_reason jsonb,
  refunded_at timestamptz,
  primary key (person_id, id)
);

alter table payment add foreign key (person_id, bill_id) references bill (person_id, id);

-- One payment at a time is open for a bill: a double click opens one.
create unique index payment_open on payment (person_id, bill_id) where state = 'opened';

create index payment_bill on payment (person_id, bill_id);

create table payout (
  person_id text not null,
  id uuid not null default uuidv7(),
  payer_id text not null,
  bill_id uuid not null,
  provider text,
  iban text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('asked', 'settled', 'failed')),
  asked_at timestamptz not null,
  settled_at timestamptz,
  primary key (person_id, id)
);

create unique index payout_once on payout (person_id, payer_id, bill_id);

-- Whose a payment or payout is: the provider's events name it, not the person.
create table payment_owner (
  id uuid primary key,
  person_id text not null
);

create table ledger_entry (
  person_id text not null,
  posting text not null,
  account text not null,
  amount bigint not null check (amount <> 0),
  bill_id uuid not null,
  at timestamptz not null,
  primary key (person_id, posting, account)
);

create index ledger_bill on ledger_entry (person_id, bill_id);

create table provider_event (
  id text primary key,
  type text not null,
  received_at timestamptz not null
);

-- What an operator has to look at; no money is lost without a row here.
create table payment_trouble (
  id uuid primary key default uuidv7(),
  kind text not null,
  payment text not null,
  person_id text,
  amount bigint not null,
  at timestamptz not null,
  closed_at timestamptz
);
