create table border_crossing (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  direction text not null check (direction in ('entry', 'exit')),
  crossed_at timestamptz not null,
  port text not null,
  passport text,
  visa text,
  primary key (person_id, id)
);

create index border_crossing_time on border_crossing (person_id, crossed_at desc, id desc);

create table crossing_record (
  source text not null,
  record text not null,
  person_id text not null,
  crossing_id uuid not null,
  primary key (source, record)
);
