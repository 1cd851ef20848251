-- Telecom operators, and the company that is paid for each. A reference table.
create table telecom_operator (
  code text primary key,
  name_ar text not null,
  name_en text not null,
  company text not null,
  iban text not null
);

-- What an establishment has at its operator. Everything below lives under the establishment.
create table telecom_account (
  establishment_id text primary key,
  operator text not null,
  number text not null,
  credit_limit bigint not null check (credit_limit > 0),
  points integer not null check (points >= 0),
  opened_on date not null
);

create table telecom_bill (
  establishment_id text not null references telecom_account (establishment_id),
  number text not null,
  month date not null,
  amount bigint not null check (amount > 0),
  due_on date not null,
  state text not null check (state in ('due', 'paid')),
  paid_at timestamptz,
  primary key (establishment_id, number),
  check ((state = 'paid') = (paid_at is not null))
);

create table telecom_subscription (
  establishment_id text not null references telecom_account (establishment_id),
  id uuid not null default uuidv7(),
  product text not null,
  tier text not null check (tier in ('basic', 'plus', 'max')),
  -- What it is for, in the establishment's own words; none until it is defined.
  purpose text,
  state text not null check (state in ('inactive', 'active', 'cancelled')),
  changed_at timestamptz not null,
  primary key (establishment_id, id)
);

-- A line has an actual user once it is authenticated, and not before.
create table telecom_line (
  establishment_id text not null references telecom_account (establishment_id),
  id uuid not null default uuidv7(),
  number text not null,
  user_id text,
  authenticated_by text,
  authenticated_at timestamptz,
  added_on date not null,
  primary key (establishment_id, id),
  check (num_nonnulls(user_id, authenticated_by, authenticated_at) in (0, 3))
);

-- A number is one line's, across all establishments.
create table telecom_line_number (
  number text primary key,
  establishment_id text not null,
  line_id uuid not null
);

-- The same line under its actual user.
create table telecom_line_user (
  person_id text not null,
  establishment_id text not null,
  line_id uuid not null,
  number text not null,
  since timestamptz not null,
  primary key (person_id, establishment_id, line_id)
);

-- How many lines somebody has authenticated by their own fingerprint, for whichever establishments.
create table telecom_authenticator (
  person_id text primary key,
  lines integer not null check (lines >= 0)
);

create table telecom_redemption (
  establishment_id text not null references telecom_account (establishment_id),
  id uuid not null default uuidv7(),
  reward text not null,
  points integer not null check (points > 0),
  at timestamptz not null,
  primary key (establishment_id, id)
);
