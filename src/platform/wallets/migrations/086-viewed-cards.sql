-- A card of another adult that is only looked at has no code, and so no place in a status list.

alter table wallet_copy alter column status_list drop not null;

alter table wallet_copy alter column status_index drop not null;
