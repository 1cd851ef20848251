-- What was asked of outside systems, once for each step of a request.

create table integration_call (
  person_id text not null,
  id uuid not null default uuidv7(),
  request_id text not null,
  step text not null,
  provider text not null,
  operation text not null,
  state text not null check (state in ('asked', 'accepted', 'done', 'refused')),
  asked_at timestamptz not null,
  deadline timestamptz not null,
  answered_at timestamptz,
  facts jsonb,
  code text,
  because jsonb,
  primary key (person_id, id)
);

create unique index integration_call_step on integration_call (person_id, request_id, step);

-- The token that an outside system calls back with, as its SHA-256.
create table integration_token (
  hash text primary key,
  person_id text not null,
  call_id uuid not null
);
