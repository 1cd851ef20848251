create table email_change (
  token text primary key,
  person_id text not null,
  email text not null,
  expires_at timestamptz not null
);

create index email_change_person on email_change (person_id);

create index email_change_expired on email_change (expires_at);

create table mobile_change (
  session uuid primary key,
  person_id text not null,
  mobile text not null,
  mobile_index text not null,
  expires_at timestamptz not null
);

create index mobile_change_person on mobile_change (person_id);

create index mobile_change_expired on mobile_change (expires_at);
