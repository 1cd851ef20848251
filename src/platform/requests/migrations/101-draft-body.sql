alter table request add column draft_body text;
