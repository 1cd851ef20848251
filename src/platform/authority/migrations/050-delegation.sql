-- A power of attorney in small: who may act for whom, one power at a time, until when. The principal is a
-- person or an establishment. The row under the principal rules; its copy under the delegate answers the
-- question that every request of a delegate asks.
create table delegation (
  principal_id text not null,
  id uuid not null,
  delegate_id text not null,
  kind text not null check (kind in ('person', 'manager', 'signatory', 'my-business', 'sim-authentication')),
  powers text[] not null,
  state text not null check (state in ('offered', 'active', 'refused', 'revoked')),
  valid_until date not null,
  offered_at timestamptz not null,
  primary key (principal_id, id)
);

create table delegation_held (
  person_id text not null,
  id uuid not null,
  principal_id text not null,
  kind text not null,
  powers text[] not null,
  state text not null,
  valid_until date not null,
  offered_at timestamptz not null,
  primary key (person_id, id)
);

-- Everything that became of a delegation and everything that was done under it. Only ever added to.
create table delegation_event (
  principal_id text not null,
  delegation_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  by_person text not null,
  type text not null,
  about text,
  powers text[],
  primary key (principal_id, delegation_id, id),
  foreign key (principal_id, delegation_id) references delegation (principal_id, id)
);
