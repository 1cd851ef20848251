create table account (
  person_id text primary key references person (person_id),
  state text not null check (state in ('registered', 'activated', 'suspended', 'closed')),
  username text not null,
  mobile text not null,
  mobile_index text not null,
  email text not null,
  language text not null,
  registered_at timestamptz not null,
  activated_at timestamptz,
  activated_through text check (activated_through in ('officer', 'bank-app', 'bank-web', 'atm', 'kiosk'))
);

create table account_username (
  username text primary key,
  person_id text not null
);

create table credential (
  person_id text primary key references account (person_id),
  hash text not null,
  changed_at timestamptz not null
);

create table terms_acceptance (
  person_id text not null references account (person_id),
  version text not null,
  operation text not null,
  hash text not null,
  accepted_at timestamptz not null,
  primary key (person_id, version, operation)
);

create table known_device (
  person_id text not null references account (person_id),
  device text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (person_id, device)
);

create table activation (
  person_id text not null references account (person_id),
  id uuid not null default uuidv7(),
  channel text not null,
  receipt text not null,
  officer text,
  unit text,
  document text,
  biometric text,
  client text,
  client_receipt text,
  at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  primary key (person_id, id),
  unique (person_id, client, client_receipt)
);

create table activation_review (
  unit text not null,
  activation_id uuid not null,
  person_id text not null,
  officer text not null,
  at timestamptz not null,
  primary key (unit, activation_id)
);

create table activation_form (
  token text primary key,
  person_id text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);

create index activation_form_person on activation_form (person_id);

create table registration (
  id text primary key,
  stage text not null check (stage in ('terms', 'details', 'code-sent', 'verified')),
  language text not null,
  terms_version text not null,
  terms_at timestamptz not null,
  person_id text,
  genuine boolean,
  mobile text,
  mobile_index text,
  email text,
  expires_at timestamptz not null
);

create index registration_expired on registration (expires_at);

create table sign_in (
  id text primary key,
  person_id text not null,
  door text not null check (door in ('person', 'officer')),
  expires_at timestamptz not null
);

create index sign_in_expired on sign_in (expires_at);

create table sign_in_failure (
  key text primary key,
  failures integer not null,
  locked_until timestamptz,
  last_at timestamptz not null
);

create index sign_in_failure_last on sign_in_failure (last_at);

create table one_time_code (
  holder text not null,
  purpose text not null,
  hash text not null,
  attempts integer not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (holder, purpose)
);

create index one_time_code_expired on one_time_code (expires_at);

create table session (
  token text primary key,
  id uuid not null,
  person_id text not null,
  account text not null check (account in ('registered', 'activated')),
  officer text,
  units text[] not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);

create index session_person on session (person_id);

create index session_ended on session (ends_at);

create table officer (
  officer text primary key,
  person_id text not null unique,
  units text[] not null,
  on_duty boolean not null
);
