-- Written by `npm run tables` from the migrated database. Do not edit.

create table recovery.changes (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  email database.sealed, -- data: account.email; export: yes; erase: row; sealed
  login database.sealed, -- data: account.login; export: yes; erase: row; sealed
  asked_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  expires_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  unique (site, person),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table recovery.codes (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  hash bytea not null, -- fact: hash of a random code
  code database.sealed, -- data: account.password; export: no; erase: row; sealed
  made_at timestamp with time zone not null, -- data: account.password; export: yes; erase: row
  used_at timestamp with time zone, -- data: account.password; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index codes_by_person ON recovery.codes USING btree (site, person);

create table recovery.handovers (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  asked_by uuid, -- key: person, mention
  token_hash bytea not null, -- fact: hash of a random token, the half of the operator
  token database.sealed not null, -- data: account.password; export: no; erase: row; sealed
  code_hash bytea, -- fact: hash of a random code, the half of the privacy officer
  code database.sealed, -- data: account.password; export: no; erase: row; sealed
  asked_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  opens_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  expires_at timestamp with time zone not null, -- data: account.sessions; export: yes; erase: row
  unique (site, person),
  unique (site, token_hash),
  primary key (site, id),
  foreign key (site, asked_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (asked_by),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check (((code_hash IS NULL) = (code IS NULL))),
  check (((opens_at > asked_at) AND (expires_at > opens_at)))
);
create index handovers_by_asker ON recovery.handovers USING btree (site, asked_by);
create index handovers_by_expiry ON recovery.handovers USING btree (site, expires_at);
