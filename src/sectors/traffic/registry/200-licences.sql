create table driving_licence (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  class text not null check (class in ('private', 'public', 'motorcycle')),
  issued_on date not null,
  expires_on date not null,
  restrictions jsonb not null default '[]',
  primary key (person_id, id),
  unique (person_id, class),
  check (expires_on > issued_on)
);

create index driving_licence_expiry on driving_licence (expires_on, person_id, id);

create table licence_number (
  number text primary key,
  person_id text not null,
  licence_id uuid not null
);

create table medical_exam (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  done_on date not null,
  valid_until date not null,
  clinic_ar text not null,
  clinic_en text not null,
  primary key (person_id, id)
);

create table traffic_suspension (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  authority_ar text not null,
  authority_en text not null,
  since date not null,
  ended_on date,
  primary key (person_id, id)
);
