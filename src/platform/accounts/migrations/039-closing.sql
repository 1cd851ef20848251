alter table account add column closed_at timestamptz;

alter table account add column closed_because text check (closed_because in ('holder', 'deceased'));
