-- For whom a delegate acted; none: for themselves.
alter table audit_event add column acting_for text;
