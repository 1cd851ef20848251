-- A card or paper in somebody's hand. A lost or cancelled one stays as it was, and the next has a version of its own.
create table civil_paper (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('national-id', 'family-record', 'birth-certificate', 'death-certificate')),
  record text not null,
  number text not null,
  version int not null check (version > 0),
  issued_on date not null,
  expires_on date,
  state text not null check (state in ('valid', 'lost', 'cancelled')),
  ended_on date,
  primary key (person_id, id),
  unique (person_id, kind, record, version),
  check ((state = 'valid') = (ended_on is null))
);

create unique index civil_paper_valid on civil_paper (person_id, kind, record) where state = 'valid';

create table lost_report (
  person_id text not null references person (person_id),
  id uuid not null default uuidv7(),
  number text not null,
  paper_id uuid not null,
  reported_by text not null,
  lost_on date not null,
  place text not null,
  reported_on date not null,
  late boolean not null,
  primary key (person_id, id),
  unique (person_id, paper_id),
  unique (person_id, number),
  foreign key (person_id, paper_id) references civil_paper (person_id, id)
);

-- What whoever is handed a paper asks for, by what is printed on it.
create table lost_paper (
  kind text not null,
  number text not null,
  version int not null,
  person_id text not null,
  reported_on date not null,
  primary key (kind, number, version)
);
