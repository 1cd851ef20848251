create index session_officer on session (officer) where officer is not null;
