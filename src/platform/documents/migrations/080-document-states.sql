alter table issued_document drop constraint issued_document_state_check;

alter table issued_document drop constraint issued_document_check;

alter table issued_document
  add constraint issued_document_state_check check (state in ('valid', 'suspended', 'superseded', 'revoked')),
  add constraint issued_document_check check ((state in ('valid', 'suspended')) = (ended_at is null)),
  add column because jsonb;

update issued_document set because = jsonb_build_object('ar', reason, 'en', reason) where reason is not null;

alter table issued_document drop column reason;

drop index issued_document_valid;

create unique index issued_document_out on issued_document (person_id, document, subject_id)
  where state in ('valid', 'suspended');

create sequence document_status_change;

alter table document_status
  add column state smallint not null default 0 check (state in (0, 1, 2)),
  add column change bigint;

update document_status set state = 1, change = nextval('document_status_change') where ended;

drop index document_status_ended;

alter table document_status drop column ended;

create index document_status_set on document_status (list, place) include (state) where state <> 0;

create index document_status_changed on document_status (list, change) include (place, state) where change is not null;

create index document_status_document on document_status (person_id, document_id);
