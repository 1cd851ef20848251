create table birth_record (
  person_id text primary key references person (person_id),
  number text not null,
  born_at timestamptz not null,
  place_ar text not null,
  place_en text not null,
  hospital_ar text,
  hospital_en text,
  father_id text,
  father_ar text not null,
  father_en text not null,
  mother_id text,
  mother_ar text not null,
  mother_en text not null,
  registered_on date not null,
  check ((hospital_ar is null) = (hospital_en is null))
);

create table birth_number (
  number text primary key,
  person_id text not null
);
