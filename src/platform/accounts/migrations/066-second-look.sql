-- What waits for a second officer is one list, whatever the first one did.
create table second_look (
  unit text not null,
  about text not null check (about in ('activation', 'mobile')),
  id uuid not null,
  person_id text not null,
  officer text not null,
  at timestamptz not null,
  primary key (unit, about, id)
);

create index second_look_oldest on second_look (unit, about, at);

insert into second_look (unit, about, id, person_id, officer, at)
select unit, 'activation', activation_id, person_id, officer, at from activation_review
union all
select unit, 'mobile', desk_mobile_id, person_id, officer, at from desk_mobile_review;

drop table activation_review;

drop table desk_mobile_review;
