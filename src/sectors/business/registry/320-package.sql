-- Annual packages of establishments; a renewal begins on the day after the one before it.
create table business_package (
  establishment_id text not null,
  id uuid not null default uuidv7(),
  tier text not null check (tier in ('small', 'medium', 'large')),
  valid_from date not null,
  valid_until date not null,
  primary key (establishment_id, id),
  unique (establishment_id, valid_from),
  check (valid_from < valid_until)
);

-- Who is to be reminded: those that run out on a day, over all establishments.
create index business_package_until on business_package (valid_until, establishment_id);
