-- When the holder last said that the address is right; null: never through the platform.
alter table national_address add column confirmed_on date;

create unique index national_address_main on national_address (person_id) where main;

create table establishment_address (
  establishment_id text primary key references establishment (establishment_id),
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
  confirmed_on date
);
