-- What this installation remembers about itself.
create table installation (
  key text primary key,
  at timestamptz not null
);
