alter table account add column routine_sms boolean not null default true;
