create table sign_in_approval (
  id text primary key,
  public_id uuid not null unique,
  person_id text,
  number integer not null,
  choices integer[] not null,
  state text not null check (state in ('waiting', 'approved', 'denied')),
  agent text,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);

create index sign_in_approval_person on sign_in_approval (person_id) where person_id is not null;

create index sign_in_approval_expired on sign_in_approval (expires_at);
