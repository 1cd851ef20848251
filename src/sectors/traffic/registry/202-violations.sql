create table violation (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  kind text not null,
  committed_at timestamptz not null,
  recorded_at timestamptz not null,
  place_ar text not null,
  place_en text not null,
  speed smallint,
  speed_limit smallint,
  amount bigint not null check (amount > 0),
  points smallint not null,
  grave boolean not null,
  state text not null check (state in ('unpaid', 'paid', 'objected', 'dropped')),
  object_by date not null,
  pay_by date not null,
  sequence_number text,
  decision text,
  settled_at timestamptz,
  primary key (person_id, id),
  unique (person_id, number)
);

create index violation_recent on violation (person_id, committed_at desc);

create table violation_number (
  number text primary key,
  person_id text not null,
  violation_id uuid not null
);

create table violation_record (
  source text not null,
  record text not null,
  number text not null,
  person_id text not null,
  violation_id uuid not null,
  primary key (source, record)
);

create table unpaid_on_vehicle (
  sequence_number text not null,
  number text not null,
  primary key (sequence_number, number)
);
