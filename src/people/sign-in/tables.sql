-- Written by `npm run tables` from the migrated database. Do not edit.

create table sign_in.devices (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  token_hash bytea, -- fact: hash of a random token, where the school declares the device cookie
  browser database.sealed not null, -- data: account.sessions; export: yes; erase: row; sealed
  first_seen_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  last_seen_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index devices_by_person ON sign_in.devices USING btree (site, person);

create table sign_in.failures (
  site text not null default database.current_site(), -- key: site
  bucket bytea not null, -- key: own
  failures integer not null, -- fact: failed tries in a row
  last_at timestamp with time zone not null, -- fact: the last of them; forgotten after a day
  open_at timestamp with time zone not null, -- fact: before this moment no further try is looked at
  counted_by uuid not null, -- fact: the try that was counted last, by a random number of its own
  primary key (site, bucket)
);
create index failures_by_time ON sign_in.failures USING btree (site, last_at);

create table sign_in.links (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  token_hash bytea not null, -- fact: hash of a random token
  person uuid not null, -- key: person, owner
  purpose text not null, -- fact: what the link is good for
  change uuid, -- fact: the change of address it confirms or cancels
  token database.sealed, -- data: account.password; export: no; erase: row; sealed
  made_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  expires_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  unique (site, token_hash),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((purpose = ANY (ARRAY['confirm'::text, 'enter'::text, 'reset'::text, 'invite'::text, 'address'::text, 'keep-address'::text, 'guardian'::text])))
);
create index links_by_expiry ON sign_in.links USING btree (site, expires_at);
create index links_by_person ON sign_in.links USING btree (site, person);

create table sign_in.passwords (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  hash database.sealed not null, -- data: account.password; export: no; erase: row; sealed
  set_at timestamp with time zone not null, -- data: account.password; export: yes; erase: row
  primary key (site, person),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

-- home of: technical.security; recorded = at
create table sign_in.records (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  at timestamp with time zone not null, -- data: technical.security; export: yes; erase: row
  outcome text not null, -- fact: whether the door opened
  address database.sealed, -- data: technical.security; export: yes; erase: row; sealed
  browser database.sealed, -- data: technical.security; export: yes; erase: row; sealed
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((outcome = ANY (ARRAY['entered'::text, 'refused'::text])))
);
create index records_by_person ON sign_in.records USING btree (site, person, at);
create index records_by_time ON sign_in.records USING btree (site, at);

create table sign_in.sessions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  token_hash bytea not null, -- fact: hash of a random token
  person uuid not null, -- key: person, owner
  browser database.sealed, -- data: account.sessions; export: yes; erase: row; sealed
  started_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  seen_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  idle_until timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  ends_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  unique (site, token_hash),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index sessions_by_end ON sign_in.sessions USING btree (site, idle_until);
create index sessions_by_person ON sign_in.sessions USING btree (site, person);
