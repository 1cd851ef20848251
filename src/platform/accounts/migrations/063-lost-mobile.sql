create table desk_mobile (
  person_id text not null references account (person_id),
  id uuid not null default uuidv7(),
  state text not null check (state in ('code', 'review', 'done', 'refused')),
  unit text not null,
  officer text not null,
  document text not null,
  mobile text not null,
  mobile_index text not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  reason text,
  primary key (person_id, id)
);

create unique index desk_mobile_in_review on desk_mobile (person_id) where state = 'review';

create index desk_mobile_expired on desk_mobile (expires_at) where state = 'code';

create table desk_mobile_review (
  unit text not null,
  desk_mobile_id uuid not null,
  person_id text not null,
  officer text not null,
  at timestamptz not null,
  primary key (unit, desk_mobile_id)
);

create table bank_mobile (
  person_id text not null references account (person_id),
  client text not null,
  client_receipt text not null,
  receipt text not null,
  mobile_index text not null,
  at timestamptz not null,
  primary key (person_id, client, client_receipt)
);
