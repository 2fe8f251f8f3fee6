-- Written by `npm run tables` from the migrated database. Do not edit.

create table sign_in.passwords (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  hash database.sealed not null, -- data: account.password; export: no; erase: row; sealed
  primary key (site, person),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table sign_in.sessions (
  site text not null default database.current_site(), -- key: site
  token_hash bytea not null, -- key: own
  person uuid not null, -- key: person, owner
  started_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  expires_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  primary key (site, token_hash),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index sessions_by_person ON sign_in.sessions USING btree (site, person);
