-- The enrolment store's reference and the status; fingerprints themselves are never kept here (R-FP-14).
create table biometric_status (
  person_id text primary key references person (person_id),
  status text not null check (status in ('UPDATED', 'NOT_UPDATED', 'NO_ID_CARD')),
  place_ar text,
  place_en text,
  enrolled_on date,
  template_id text,
  changed_at timestamptz not null,
  check (
    status <> 'UPDATED'
    or (place_ar is not null and place_en is not null and enrolled_on is not null and template_id is not null)
  )
);
