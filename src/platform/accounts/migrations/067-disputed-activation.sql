alter table suspicion drop constraint suspicion_kind_check;

alter table suspicion add constraint suspicion_kind_check
  check (kind in ('registration', 'holder-denies', 'document', 'fingerprint', 'second-look'));

alter table suspicion add column about_officer text;

alter table suspicion_case add column about_officer text;
