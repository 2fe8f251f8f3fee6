-- Written by `npm run tables` from the migrated database. Do not edit.

-- home of: account; last-sign-in = last_sign_in_at; registered = registered_at
create table accounts.people (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: person, owner
  role text not null, -- fact: what this person may do here
  state text not null, -- fact: whether the account is in use
  name database.sealed, -- data: account.name; export: yes; erase: row; sealed
  first_name database.sealed, -- data: account.name; export: yes; erase: row; sealed
  last_name database.sealed, -- data: account.name; export: yes; erase: row; sealed
  login database.sealed, -- data: account.login; export: yes; erase: row; sealed
  email database.sealed, -- data: account.email; export: yes; erase: row; sealed
  phone database.sealed, -- data: account.phone; export: yes; erase: row; sealed
  birth_date database.sealed, -- data: account.birth-date; export: yes; erase: row; sealed
  city database.sealed, -- data: account.city; export: yes; erase: row; sealed
  source text not null default 'person'::text, -- fact: who gave these values, the person or the operator who invited them
  locale text, -- fact: chosen language of the pages and letters
  theme text, -- fact: chosen appearance
  time_zone text, -- fact: chosen time zone; null is that of the school
  registered_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  confirmed_at timestamp with time zone, -- data: account.dates; export: yes; erase: row
  last_sign_in_at timestamp with time zone, -- data: account.dates; export: yes; erase: row
  guarded_since timestamp with time zone, -- data: account.guardian; export: yes; erase: row
  primary key (site, id),
  check ((locale = ANY (ARRAY['ru'::text, 'kk'::text, 'en'::text]))),
  check ((role = ANY (ARRAY['learner'::text, 'teacher'::text, 'operator'::text, 'privacy-officer'::text, 'support'::text]))),
  check ((source = ANY (ARRAY['person'::text, 'operator'::text]))),
  check ((state = ANY (ARRAY['pending'::text, 'waiting'::text, 'active'::text, 'suspended'::text, 'frozen'::text, 'leaving'::text]))),
  check ((theme = ANY (ARRAY['light'::text, 'dark'::text])))
);
create index people_by_last_sign_in ON accounts.people USING btree (site, last_sign_in_at);
create index people_by_registration ON accounts.people USING btree (site, registered_at, id);
create index people_frozen ON accounts.people USING btree (site, id) WHERE (state = 'frozen'::text);
create index people_pending ON accounts.people USING btree (site, registered_at) WHERE (state = 'pending'::text);
