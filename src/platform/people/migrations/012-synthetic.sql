create table synthetic_batch (
  batch int primary key,
  seed text not null,
  persons int not null,
  at timestamptz not null
);
