-- Phones that carry documents, each bound to a key that it made itself; what each of them carries; who looked.

create table wallet_device (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  name text not null,
  public_key bytea not null,
  browser text,
  since timestamptz not null,
  seen_at timestamptz not null,
  state text not null check (state in ('active', 'ended')),
  ended_at timestamptz,
  ended_because text check (ended_because in ('replaced', 'holder', 'lost', 'device', 'account')),
  primary key (person_id, id),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'ended') = (ended_because is not null))
);

create unique index wallet_device_active on wallet_device (person_id) where state = 'active';

create table wallet_key (
  thumbprint text primary key,
  person_id text not null,
  device_id uuid not null
);

create table wallet_challenge (
  id text primary key,
  holder text not null,
  expires_at timestamptz not null
);

create index wallet_challenge_expired on wallet_challenge (expires_at);

create table wallet_copy (
  person_id text not null,
  id uuid not null default uuidv7(),
  device_id uuid not null,
  of_person text not null,
  document_id uuid not null,
  view text not null,
  status_list int not null,
  status_index int not null,
  since timestamptz not null,
  renewed_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, id),
  foreign key (person_id, device_id) references wallet_device (person_id, id)
);

create unique index wallet_copy_carried on wallet_copy (person_id, of_person, document_id, view) where ended_at is null;

create unique index wallet_copy_place on wallet_copy (person_id, status_list, status_index);

create table wallet_showing (
  person_id text not null,
  id uuid not null default uuidv7(),
  code text not null,
  copy_id uuid not null,
  said_by text,
  at timestamptz not null,
  primary key (person_id, id),
  unique (person_id, code),
  foreign key (person_id, copy_id) references wallet_copy (person_id, id)
);

create index wallet_showing_latest on wallet_showing (person_id, at);
