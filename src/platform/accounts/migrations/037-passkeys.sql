create table passkey (
  person_id text not null references account (person_id),
  id text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  synced boolean not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  primary key (person_id, id)
);

create table passkey_holder (
  id text primary key,
  person_id text not null
);

create table passkey_challenge (
  challenge text primary key,
  purpose text not null,
  expires_at timestamptz not null
);

create index passkey_challenge_expired on passkey_challenge (expires_at);
