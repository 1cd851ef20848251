-- A bank takes money at its own counter, and comes for what it has to give back; a provider is asked.
alter table payment add column taken_by text not null default 'provider' check (taken_by in ('provider', 'bank'));

-- Found again by the bank's own number of it: sent twice, it is one payment.
create unique index payment_of_bank on payment (person_id, provider, reference) where taken_by = 'bank';
