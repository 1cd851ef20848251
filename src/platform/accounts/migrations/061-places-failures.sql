create table known_place (
  person_id text not null references account (person_id),
  place text not null,
  agent text,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (person_id, place)
);

create table factor_failure (
  person_id text not null references account (person_id),
  factor text not null check (factor in ('password', 'sms', 'app', 'recovery')),
  failures integer not null,
  disabled_at timestamptz,
  primary key (person_id, factor)
);
