-- What is paid in a bank before its service is asked for: a bill that the first request that fits it takes.
create table bill_ahead (
  person_id text not null,
  bill_id uuid not null,
  service text not null,
  -- The answer that says for how long.
  choice text not null,
  state text not null check (state in ('open', 'used', 'ended')),
  primary key (person_id, bill_id)
);

create unique index bill_ahead_open on bill_ahead (person_id, service, choice) where state = 'open';
