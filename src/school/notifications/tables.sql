-- Written by `npm run tables` from the migrated database. Do not edit.

create table notifications.notices (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  kind database.reference not null, -- data: communication.mail; export: yes; erase: row
  about database.reference not null, -- fact: id of the work, certificate or request that it is about
  place database.reference not null, -- data: communication.mail; export: yes; erase: row
  made_at timestamp with time zone not null, -- data: communication.mail; export: yes; erase: row
  read_at timestamp with time zone, -- data: communication.mail; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index notices_by_person ON notifications.notices USING btree (site, person, made_at DESC);
create index notices_unread ON notifications.notices USING btree (site, person, kind) WHERE (read_at IS NULL);
