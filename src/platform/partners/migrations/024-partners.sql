-- Programs of other organisations that may call us, and what they hold.

create table partner_client (
  client_id text primary key,
  name jsonb not null,
  jwks jsonb not null,
  scopes text[] not null,
  active boolean not null default true
);

-- Assertions that were used; each is good once.
create table partner_assertion (
  client_id text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (client_id, jti)
);

create index partner_assertion_expired on partner_assertion (expires_at);

-- Access tokens, as their SHA-256.
create table partner_token (
  hash text primary key,
  client_id text not null,
  scopes text[] not null,
  expires_at timestamptz not null
);

create index partner_token_expired on partner_token (expires_at);
