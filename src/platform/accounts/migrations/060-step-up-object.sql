-- A confirmation lives five minutes: those under way are asked for again.
drop table step_up;

create table step_up (
  session uuid not null,
  act text not null,
  object text not null,
  says jsonb,
  page text,
  asked_at timestamptz not null,
  password_at timestamptz,
  confirmed_at timestamptz,
  primary key (session, act, object)
);

create index step_up_old on step_up (asked_at);
