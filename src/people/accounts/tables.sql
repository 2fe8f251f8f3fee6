-- Written by `npm run tables` from the migrated database. Do not edit.

-- home of: account; last-sign-in = last_sign_in_at
create table accounts.people (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: person, owner
  role text not null, -- fact: what this person may do here
  name database.sealed not null, -- data: account.name; export: yes; erase: row; sealed
  email database.sealed not null, -- data: account.email; export: yes; erase: row; sealed
  registered_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  last_sign_in_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  primary key (site, id),
  check ((role = ANY (ARRAY['learner'::text, 'teacher'::text, 'operator'::text, 'privacy-officer'::text, 'support'::text])))
);
create index people_by_last_sign_in ON accounts.people USING btree (site, last_sign_in_at);
