-- The establishment that a session works for as its owner; never beside a delegation.
alter table session add column establishment text;

alter table session add constraint session_acts_for_one check (num_nonnulls(delegation, establishment) <= 1);
