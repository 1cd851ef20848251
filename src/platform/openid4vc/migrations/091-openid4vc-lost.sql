create index credential_access_person on credential_access (person_id);

create index carried_credential_runs on carried_credential (ends_at);
