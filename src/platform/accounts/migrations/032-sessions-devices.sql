alter table session add column methods text[] not null default '{}';

alter table session add column device text;

alter table session add column agent text;

alter table known_device add column agent text;
