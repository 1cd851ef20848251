-- A report as it was read on its day: the registry moves on, what was ordered does not.
create table report_order (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  document text not null,
  subject_id text not null,
  about_id text not null,
  request_id uuid not null,
  holder jsonb not null,
  facts jsonb not null,
  ordered_on date not null,
  primary key (person_id, id),
  unique (person_id, request_id)
);

create index report_order_subject on report_order (person_id, document, subject_id, id desc);
