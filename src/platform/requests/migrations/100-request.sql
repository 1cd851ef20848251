create table request (
  person_id text not null,
  id uuid not null default uuidv7(),
  reference text not null,
  service text not null,
  version integer not null,
  status text not null check (status in ('draft', 'in-progress', 'fulfilled', 'rejected', 'cancelled', 'expired')),
  step text,
  due_at timestamptz,
  subject_kind text not null,
  subject_id text not null,
  subject_person text not null,
  subject_label jsonb not null,
  answers text not null,
  state jsonb not null,
  draft_key text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, id),
  unique (person_id, draft_key)
);

create index request_by_reference on request (person_id, reference);

create index request_recent on request (person_id, updated_at desc);

create index request_open_version on request (service, version) where status in ('draft', 'in-progress');

create table request_event (
  person_id text not null,
  request_id uuid not null,
  seq integer not null,
  type text not null,
  by jsonb not null,
  data jsonb not null,
  at timestamptz not null,
  primary key (person_id, request_id, seq),
  foreign key (person_id, request_id) references request (person_id, id)
);

create table request_reference (
  reference text primary key,
  person_id text not null,
  request_id uuid not null
);

create table open_subject (
  subject_key text primary key,
  person_id text not null,
  request_id uuid not null
);

create table participation (
  person_id text not null,
  request_id uuid not null,
  applicant text not null,
  role text not null,
  reference text not null,
  service text not null,
  version integer not null,
  waits_for text,
  status text not null,
  label jsonb not null,
  shows jsonb not null,
  due_at timestamptz,
  updated_at timestamptz not null,
  primary key (person_id, request_id)
);

create index participation_by_reference on participation (person_id, reference);

create index participation_recent on participation (person_id, updated_at desc);

create table office_case (
  unit text not null,
  id uuid not null default uuidv7(),
  applicant text not null,
  request_id uuid not null,
  reference text not null,
  service text not null,
  version integer not null,
  step text not null,
  state text not null check (state in ('open', 'closed')),
  label jsonb not null,
  claimed_by text,
  overdue boolean not null default false,
  created_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  primary key (unit, id),
  unique (unit, request_id, step)
);

create index office_case_queue on office_case (unit, due_at) where state = 'open';
