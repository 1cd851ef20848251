-- The delegation under which a session acts for somebody; none: for its own holder.
alter table session add column delegation uuid;
