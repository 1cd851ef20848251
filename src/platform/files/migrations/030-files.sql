create table file (
  person_id text not null,
  id uuid not null,
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size int not null,
  sha256 text not null,
  sealed_key text not null,
  created_at timestamptz not null,
  primary key (person_id, id)
);
