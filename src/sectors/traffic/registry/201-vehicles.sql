create table vehicle (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  plate_letters text not null,
  plate_digits text not null,
  plate_type text not null check (plate_type in ('private', 'private-transport', 'public-transport', 'taxi', 'motorcycle', 'diplomatic', 'temporary', 'export')),
  sequence_number text not null,
  vin text not null,
  make_ar text not null,
  make_en text not null,
  model_ar text not null,
  model_en text not null,
  year smallint not null,
  colour_ar text not null,
  colour_en text not null,
  seats smallint not null,
  region text not null,
  registered_until date not null,
  inspected_until date not null,
  state text not null check (state in ('running', 'missing', 'wanted', 'held')),
  since date not null,
  primary key (person_id, id)
);

create table plate_holder (
  plate text not null,
  plate_type text not null,
  person_id text not null,
  vehicle_id uuid not null,
  primary key (plate, plate_type)
);

create table sequence_holder (
  sequence_number text primary key,
  person_id text not null,
  vehicle_id uuid not null
);

create table insurance_policy (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  vehicle_id uuid not null,
  number text not null,
  insurer_ar text not null,
  insurer_en text not null,
  cover text not null check (cover in ('third-party', 'comprehensive')),
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  primary key (person_id, id)
);

create index insurance_policy_vehicle on insurance_policy (person_id, vehicle_id);

create table vehicle_sale (
  person_id text not null references person (person_id),
  id uuid not null,
  role text not null check (role in ('seller', 'buyer')),
  other_id text not null,
  vehicle_id uuid not null,
  price bigint not null,
  sold_on date not null,
  primary key (person_id, id)
);

create index vehicle_sale_vehicle on vehicle_sale (person_id, vehicle_id, sold_on desc);
