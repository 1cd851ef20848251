-- Custody deeds as the courts enter them. What a deed gives and takes is in `custody`, under the same number.
create table custody_deed (
  person_id text not null references person (person_id),
  number text not null,
  court_ar text not null,
  court_en text not null,
  issued_on date not null,
  source text not null,
  entered_at timestamptz not null,
  end_reason text,
  primary key (person_id, number)
);

create table custody_deed_number (
  number text primary key,
  person_id text not null
);
