-- An adult lets an adult of their family look at something of theirs: at what, until when. It is no power to act.
-- The row under the giver rules; its twin under the viewer answers who lets them look.
create table viewing_consent (
  person_id text not null references person (person_id),
  viewer_id text not null,
  what text not null check (what in ('documents')),
  id uuid not null,
  state text not null check (state in ('active', 'ended')),
  valid_until date not null,
  given_at timestamptz not null,
  primary key (person_id, viewer_id, what),
  unique (person_id, id)
);

create table viewing_held (
  person_id text not null references person (person_id),
  giver_id text not null,
  what text not null,
  id uuid not null,
  state text not null,
  valid_until date not null,
  given_at timestamptz not null,
  primary key (person_id, giver_id, what),
  unique (person_id, id)
);
