create table establishment (
  establishment_id text primary key,
  name_ar text not null,
  name_en text not null,
  commercial_register text not null,
  activity text not null,
  region text not null,
  owner_id text not null,
  founded_on date not null
);

create table owned_establishment (
  person_id text not null references person (person_id),
  establishment_id text not null,
  primary key (person_id, establishment_id)
);

create table employment (
  person_id text not null references person (person_id),
  employer_id text not null,
  occupation_ar text not null,
  occupation_en text not null,
  since date not null,
  until date,
  primary key (person_id, employer_id, since)
);

create table worker (
  employer_id text not null,
  person_id text not null,
  since date not null,
  until date,
  primary key (employer_id, person_id, since)
);
