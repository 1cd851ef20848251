-- Self-service devices, each bound to the key that it made itself, and who stands at them now.

create table kiosk (
  id uuid primary key,
  office_id text not null references office (id),
  spot text not null,
  section text not null check (section in ('all', 'men', 'women')),
  state text not null check (state in ('awaiting', 'enrolled', 'revoked')),
  code text unique,
  code_until timestamptz,
  public_key jsonb,
  registered_by text not null,
  registered_at timestamptz not null,
  enrolled_at timestamptz,
  seen_at timestamptz,
  revoked_by text,
  revoked_at timestamptz,
  check ((state = 'enrolled') <= (public_key is not null))
);

create table kiosk_challenge (
  id text primary key,
  kiosk_id uuid not null,
  expires_at timestamptz not null
);

create index kiosk_challenge_kiosk on kiosk_challenge (kiosk_id);

create index kiosk_challenge_expired on kiosk_challenge (expires_at);

create table kiosk_session (
  token text primary key,
  id uuid not null,
  kiosk_id uuid not null,
  person_id text,
  tries integer not null,
  mobile text,
  mobile_until timestamptz,
  sheet text,
  sheet_ticket text unique,
  sheet_until timestamptz,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);

create index kiosk_session_kiosk on kiosk_session (kiosk_id);

create index kiosk_session_ended on kiosk_session (ends_at);

alter table activation add column device text;
