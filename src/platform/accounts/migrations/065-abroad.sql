create table abroad_activation (
  person_id text not null references account (person_id),
  id uuid not null default uuidv7(),
  way text not null check (way in ('video', 'mission')),
  mission text,
  slot timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'refused', 'cancelled', 'missed')),
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  primary key (person_id, id)
);

create unique index abroad_activation_waiting on abroad_activation (person_id) where state = 'waiting';

create table abroad_case (
  unit text not null,
  abroad_id uuid not null,
  person_id text not null,
  way text not null,
  mission text,
  slot timestamptz not null,
  primary key (unit, abroad_id)
);

create index abroad_case_slot on abroad_case (unit, slot);

-- One officer receives one person at a time: at a place, and on the video line.
create table abroad_slot (
  place text not null,
  slot timestamptz not null,
  abroad_id uuid not null unique,
  primary key (place, slot)
);
