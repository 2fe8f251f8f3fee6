-- Written by `npm run tables` from the migrated database. Do not edit.

-- home of: message; recorded = written_at
create table contact.messages (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: person, owner
  name database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  reach database.sealed not null, -- data: communication.request; export: yes; erase: row; sealed
  words database.sealed not null, -- data: communication.request; export: yes; erase: row; sealed
  written_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  answered_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  answered_by uuid, -- key: person, mention
  primary key (site, id),
  foreign key (site, answered_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (answered_by)
);
create index messages_by_day ON contact.messages USING btree (site, written_at);
