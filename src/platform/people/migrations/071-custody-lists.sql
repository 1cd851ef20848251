-- As every other list in the tables, so that they can be copied in.
alter table custody alter column grants type jsonb using to_jsonb(grants);
alter table custody alter column withdraws type jsonb using to_jsonb(withdraws);
