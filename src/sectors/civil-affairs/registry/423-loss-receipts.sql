-- The report of a loss under whoever made it: oneself, or who acts for the child that the paper is of.
create table loss_receipt (
  person_id text not null references person (person_id),
  id uuid not null,
  holder_id text not null,
  paper_id uuid not null,
  primary key (person_id, id)
);
