alter table account add column suspended_at timestamptz;

alter table account add column suspended_by text check (suspended_by in ('holder', 'officer'));

create table account_alarm (
  token text primary key,
  person_id text not null,
  expires_at timestamptz not null
);

create index account_alarm_person on account_alarm (person_id);

create index account_alarm_expired on account_alarm (expires_at);
