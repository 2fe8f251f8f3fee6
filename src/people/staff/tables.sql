-- Written by `npm run tables` from the migrated database. Do not edit.

create table staff.invitations (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  invited_by uuid, -- key: person, mention
  invited_at timestamp with time zone not null, -- data: account.dates; export: yes; erase: row
  primary key (site, person),
  foreign key (site, invited_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (invited_by),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table staff.looks (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  holder uuid, -- key: person, mention
  person uuid not null, -- key: person, owner
  reason database.sealed not null, -- data: audit.details; export: yes; erase: row; sealed
  asked_at timestamp with time zone not null, -- data: audit.details; export: yes; erase: row
  ends_at timestamp with time zone not null, -- data: audit.details; export: yes; erase: row
  primary key (site, id),
  foreign key (site, holder) REFERENCES accounts.people(site, id) ON DELETE SET NULL (holder),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index looks_by_holder ON staff.looks USING btree (site, holder, person, ends_at);
create index looks_by_person ON staff.looks USING btree (site, person);
