-- The log of everything done under any delegation of a holder, newest first.
create index delegation_event_recent on delegation_event (principal_id, id desc);
