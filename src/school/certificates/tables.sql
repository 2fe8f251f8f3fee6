-- Written by `npm run tables` from the migrated database. Do not edit.

-- home of: certificate; issued = issued_at
create table certificates.certificates (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number text not null, -- key: own
  person uuid not null, -- key: person, owner
  run uuid not null, -- fact: the run of the course it is for
  course jsonb not null, -- fact: title of the course and what was assessed, as they were when it was issued
  issued_at timestamp with time zone not null, -- data: learning.certificate; export: yes; erase: row
  holder database.sealed not null, -- data: account.name; export: yes; erase: row; sealed
  name_shown boolean not null default false, -- data: learning.certificate; export: yes; erase: row
  signature bytea not null, -- fact: Ed25519 signature of the school over number, course, run and moment
  revoked_at timestamp with time zone, -- data: learning.certificate; export: yes; erase: row
  revoked_for text, -- fact: class of the reason, as the public page shows it
  revoked_why database.sealed, -- data: learning.certificate; export: yes; erase: row; sealed
  unique (site, number),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((revoked_for = ANY (ARRAY['mistake'::text, 'false-result'::text, 'replaced'::text])))
);
create unique index certificates_in_force ON certificates.certificates USING btree (site, person, run) WHERE (revoked_at IS NULL);
