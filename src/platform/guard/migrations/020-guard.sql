create unlogged table throttle (
  key text primary key,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  taken integer not null
);

create index throttle_ended on throttle (ends_at);

create unlogged table visual_code (
  id text primary key,
  expires_at timestamptz not null
);

create index visual_code_expired on visual_code (expires_at);
