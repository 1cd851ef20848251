create table live_code_seen (
  code text primary key,
  reader text not null,
  until timestamptz not null
);

create index live_code_seen_until on live_code_seen (until);
