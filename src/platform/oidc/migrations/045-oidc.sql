-- Sites of other organisations that people sign in to with their account here.

create table site (
  client_id text primary key,
  name jsonb not null,
  purpose jsonb not null,
  home text not null,
  redirect_uris text[] not null,
  sign_out_uris text[] not null,
  back_channel text,
  jwks jsonb not null,
  scopes text[] not null,
  consent_days integer not null check (consent_days between 1 and 365),
  active boolean not null
);

-- What a person lets a site see, and until when.
create table site_consent (
  person_id text not null references account (person_id),
  client_id text not null,
  scopes text[] not null,
  given_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, client_id)
);

-- Where a person is signed in through us, and on which session of ours it stands.
create table site_session (
  person_id text not null,
  sid text not null,
  client_id text not null,
  op_session text not null,
  portal_session uuid not null,
  ends_at timestamptz not null,
  primary key (person_id, sid)
);

create index site_session_op on site_session (op_session);

create index site_session_ended on site_session (ends_at);

-- What the protocol has to remember for a while: codes, tokens, grants, sessions. By the hash of what opens
-- it; the body is sealed.
create table oidc_artifact (
  kind text not null,
  id text not null,
  person_id text,
  client_id text,
  grant_id text,
  op_session text,
  body text not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (kind, id)
);

create index oidc_artifact_grant on oidc_artifact (grant_id) where grant_id is not null;

create index oidc_artifact_op_session on oidc_artifact (op_session) where op_session is not null;

create index oidc_artifact_person on oidc_artifact (person_id, client_id) where person_id is not null;

create index oidc_artifact_expired on oidc_artifact (expires_at);
