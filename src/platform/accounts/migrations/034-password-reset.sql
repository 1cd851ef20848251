alter table account add column held_until timestamptz;

create table password_reset (
  id text primary key,
  person_id text not null,
  genuine boolean not null,
  verified boolean not null,
  mobile text not null,
  language text not null,
  expires_at timestamptz not null
);

create index password_reset_expired on password_reset (expires_at);

create index password_reset_person on password_reset (person_id);

create index sign_in_person on sign_in (person_id);
