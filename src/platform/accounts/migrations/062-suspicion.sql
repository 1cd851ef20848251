create table suspicion (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('registration', 'holder-denies', 'document', 'fingerprint')),
  facts jsonb not null,
  state text not null check (state in ('open', 'proposed', 'blocked', 'cleared')),
  account_before text check (account_before in ('registered', 'activated')),
  opened_at timestamptz not null,
  opened_by text,
  outcome text check (outcome in ('blocked', 'cleared')),
  reason text,
  proposed_by text,
  proposed_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  primary key (person_id, id)
);

create unique index suspicion_under_way on suspicion (person_id) where state in ('open', 'proposed');

create table suspicion_case (
  unit text not null,
  suspicion_id uuid not null,
  person_id text not null,
  kind text not null,
  at timestamptz not null,
  opened_by text,
  proposed_by text,
  primary key (unit, suspicion_id)
);

alter table account_alarm add column about text not null default 'account';

alter table account drop constraint account_suspended_by_check;

alter table account add constraint account_suspended_by_check check (suspended_by in ('holder', 'officer', 'suspicion'));

alter table account drop constraint account_closed_because_check;

alter table account add constraint account_closed_because_check
  check (closed_because in ('holder', 'deceased', 'impersonation'));
