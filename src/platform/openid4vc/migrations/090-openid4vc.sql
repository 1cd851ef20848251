create table credential_offer (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  document_id uuid not null,
  tx_code text not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  primary key (person_id, id),
  foreign key (person_id, document_id) references issued_document (person_id, id)
);

create table credential_offer_code (
  code text primary key,
  person_id text not null,
  offer_id uuid not null,
  expires_at timestamptz not null
);

create index credential_offer_code_over on credential_offer_code (expires_at);

create table credential_access (
  token text primary key,
  person_id text not null,
  document_id uuid not null,
  dpop_key text not null,
  expires_at timestamptz not null
);

create index credential_access_over on credential_access (expires_at);

create table credential_nonce (
  nonce text primary key,
  expires_at timestamptz not null
);

create index credential_nonce_over on credential_nonce (expires_at);

create table dpop_proof (
  jti text primary key,
  expires_at timestamptz not null
);

create index dpop_proof_over on dpop_proof (expires_at);

create table carried_credential (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  document_id uuid not null,
  holder_key text not null,
  status_list int not null,
  status_index int not null,
  issued_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, document_id) references issued_document (person_id, id)
);

create table presentation_request (
  client_id text not null,
  id uuid not null,
  document text not null,
  claims text[] not null,
  purpose jsonb not null,
  nonce text not null,
  state text not null check (state in ('waiting', 'answered', 'refused')),
  answer text,
  refusal text,
  expires_at timestamptz not null,
  primary key (client_id, id)
);

create table presentation_key (
  id uuid primary key,
  client_id text not null
);

create index presentation_request_over on presentation_request (expires_at);
