create table person (
  person_id text primary key,
  kind text not null check (kind in ('citizen', 'resident', 'visitor')),
  given_ar text not null,
  father_ar text not null,
  grandfather_ar text not null,
  family_ar text not null,
  given_en text not null,
  father_en text not null,
  grandfather_en text not null,
  family_en text not null,
  sex text not null check (sex in ('male', 'female')),
  born date not null,
  birth_country text not null,
  nationality text not null,
  alive boolean not null default true,
  died_on date,
  id_expiry date,
  photo_seed text not null,
  language text not null default 'ar',
  registered_mobile text,
  check (alive = (died_on is null))
);

create table relative (
  person_id text not null references person (person_id),
  relative_id text not null,
  relation text not null check (relation in ('father', 'mother', 'child', 'spouse')),
  guardian boolean not null default false,
  id uuid not null default uuidv7(),
  primary key (person_id, relative_id),
  unique (person_id, id),
  check (person_id <> relative_id)
);

create table passport (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  nationality text not null,
  issued_on date not null,
  expires_on date not null,
  primary key (person_id, id),
  unique (person_id, nationality, number)
);

create table passport_holder (
  number text not null,
  nationality text not null,
  person_id text not null,
  primary key (number, nationality)
);

create table national_address (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  short_address text not null,
  building text not null,
  street_ar text not null,
  street_en text not null,
  district_ar text not null,
  district_en text not null,
  city_ar text not null,
  city_en text not null,
  region text not null,
  postcode text not null,
  additional text not null,
  main boolean not null,
  primary key (person_id, id),
  unique (person_id, short_address)
);
