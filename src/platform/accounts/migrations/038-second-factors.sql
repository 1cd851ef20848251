create table authenticator_app (
  person_id text primary key references account (person_id),
  secret text not null,
  last_step bigint not null,
  made_at timestamptz not null,
  confirmed_at timestamptz
);

create table recovery_code (
  person_id text not null references account (person_id),
  hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, hash)
);
