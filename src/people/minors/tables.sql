-- Written by `npm run tables` from the migrated database. Do not edit.

create table minors.guardianships (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  email database.sealed not null, -- data: account.guardian; export: yes; erase: row; sealed
  of_age_on database.sealed not null, -- data: account.guardian; export: yes; erase: row; sealed
  policy_version integer not null, -- data: account.guardian; export: yes; erase: row
  named_at timestamp with time zone not null, -- data: account.guardian; export: yes; erase: row
  confirm_by timestamp with time zone not null, -- data: account.guardian; export: yes; erase: row
  confirmed_at timestamp with time zone, -- data: account.guardian; export: yes; erase: row
  ended_at timestamp with time zone, -- data: account.guardian; export: yes; erase: row
  new_email database.sealed, -- data: account.guardian; export: yes; erase: row; sealed
  new_email_until timestamp with time zone, -- data: account.guardian; export: yes; erase: row
  unique (site, person),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check (((ended_at IS NULL) OR (confirmed_at IS NOT NULL))),
  check ((confirm_by > named_at))
);
create index guardianships_waiting ON minors.guardianships USING btree (site, confirm_by) WHERE (confirmed_at IS NULL);
