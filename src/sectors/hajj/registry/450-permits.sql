create table hajj_permit (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  season int not null,
  number text not null,
  campaign_ar text not null,
  campaign_en text not null,
  campaign_licence text not null,
  issued_on date not null,
  state text not null check (state in ('issued', 'performed', 'cancelled')),
  primary key (person_id, id)
);

create unique index hajj_permit_season on hajj_permit (person_id, season) where state <> 'cancelled';

create table hajj_permit_number (
  number text primary key,
  person_id text not null
);
