create table job_worker (
  id text primary key,
  seen_at timestamptz not null
);
