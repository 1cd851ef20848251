create table step_up (
  session uuid not null,
  act text not null,
  password_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (session, act)
);

create index step_up_old on step_up (password_at);
