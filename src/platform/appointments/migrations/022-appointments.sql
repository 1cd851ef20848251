-- Offices, the places in them at a time, and who comes.

create table office (
  id text primary key,
  name jsonb not null,
  kind text not null check (kind in ('passports', 'civil-affairs', 'traffic', 'kiosks')),
  city text not null,
  city_name jsonb not null,
  region text not null,
  address jsonb not null,
  latitude double precision not null,
  longitude double precision not null,
  purposes text[] not null,
  sections text[] not null,
  opens text not null,
  closes text not null,
  slot_minutes integer not null check (slot_minutes > 0),
  capacity integer not null check (capacity >= 0),
  devices jsonb
);

-- A row comes to be with its first booking; until then a slot is what the office's hours say.
create table slot (
  office_id text not null,
  day date not null,
  purpose text not null,
  section text not null,
  time text not null,
  capacity integer not null,
  taken integer not null,
  primary key (office_id, day, purpose, section, time),
  check (taken between 0 and capacity)
);

create table booking (
  person_id text not null,
  id uuid not null default uuidv7(),
  subject_id text not null,
  office_id text not null,
  purpose text not null,
  unit text not null,
  section text not null,
  day date not null,
  time text not null,
  starts_at timestamptz not null,
  state text not null check (state in ('booked', 'kept', 'missed', 'cancelled')),
  about_person text not null,
  about_request text not null,
  about_step text not null,
  booked_at timestamptz not null,
  closed_at timestamptz,
  primary key (person_id, id)
);

create unique index booking_about on booking (person_id, about_person, about_request, about_step) where state = 'booked';

create unique index booking_time on booking (person_id, subject_id, starts_at) where state = 'booked';

-- Who comes to an office on a day, for its officers.
create table office_day (
  office_id text not null,
  day date not null,
  booking_id uuid not null,
  unit text not null,
  time text not null,
  purpose text not null,
  section text not null,
  state text not null,
  person_id text not null,
  subject_id text not null,
  about_person text not null,
  about_request text not null,
  about_step text not null,
  primary key (office_id, day, booking_id)
);

create index office_day_unit on office_day (unit, day, time);
