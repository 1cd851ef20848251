-- Which establishments are managed here is the platform's to know: it lets people into their workspaces.
insert into workspace (person_id, establishment_id, opened_at)
select person_id, establishment_id, registered_at from registered_establishment
on conflict do nothing;

drop table registered_establishment;
