-- The permit under which a resident lives here; its number is the person's own. Whether it has run out is a
-- matter of the day, and not a state. The base register's id_expiry is written with it.
create table residency_permit (
  person_id text primary key references person (person_id),
  kind text not null check (kind in ('worker', 'household', 'dependant', 'premium')),
  occupation_ar text not null,
  occupation_en text not null,
  sponsor_id text,
  issued_on date not null,
  expires_on date not null,
  place_ar text not null,
  place_en text not null,
  state text not null check (state in ('valid', 'suspended', 'cancelled')),
  reason_ar text,
  reason_en text,
  changed_at timestamptz not null,
  check (expires_on >= issued_on),
  check ((kind = 'premium') = (sponsor_id is null)),
  check ((state = 'valid') = (reason_ar is null)),
  check ((reason_ar is null) = (reason_en is null))
);

create index residency_permit_expiry on residency_permit (expires_on, person_id) where state <> 'cancelled';
