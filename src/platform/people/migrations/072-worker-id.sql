-- Names a worker under their employer, where a number must not stand.
alter table worker add column id uuid not null default uuidv7();
alter table worker add constraint worker_employer_id_key unique (employer_id, id);
