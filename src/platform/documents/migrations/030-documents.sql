create table issued_document (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  document text not null,
  subject_id text not null,
  number text not null,
  code text not null,
  content jsonb not null,
  packed bytea not null,
  status_list int not null,
  status_index int not null,
  issued_at timestamptz not null,
  valid_until date,
  state text not null check (state in ('valid', 'superseded', 'revoked')),
  ended_at timestamptz,
  reason text,
  primary key (person_id, id),
  check ((state = 'valid') = (ended_at is null))
);

create unique index issued_document_valid on issued_document (person_id, document, subject_id) where state = 'valid';

create table document_number (
  number text not null,
  code text not null,
  person_id text not null,
  document_id uuid not null,
  primary key (number, code)
);

create table status_list (
  id int primary key,
  size int not null
);

insert into status_list (id, size) values (1, 1000000);

create table document_status (
  list int not null,
  place int not null,
  person_id text not null,
  document_id uuid not null,
  ended boolean not null default false,
  primary key (list, place)
);

create index document_status_ended on document_status (list, place) where ended;
