-- Written by `npm run tables` from the migrated database. Do not edit.

create table files.files (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  ticket uuid, -- key: files.tickets, mention
  purpose text not null, -- fact: what the file is for
  accepts text[] not null, -- fact: kinds of file that were accepted
  most_bytes bigint not null, -- fact: the largest file that was accepted
  keep text not null, -- fact: whether camera settings are kept
  name database.sealed not null, -- data: learning.work; export: yes; erase: row; sealed
  wrapped database.sealed not null, -- data: learning.work; export: no; erase: row; sealed
  camera database.sealed, -- data: learning.work; export: yes; erase: row; sealed
  bytes bigint, -- fact: length that was announced, then the one that was received
  media_type text, -- fact: what kind of file its bytes show it to be
  scanned text, -- fact: clean, or not scanned because there is no scanner
  refused_why text, -- fact: why it was refused; its bytes are deleted
  made_at timestamp with time zone not null, -- data: learning.work; export: yes; erase: row
  ready_at timestamp with time zone, -- data: learning.work; export: yes; erase: row
  refused_at timestamp with time zone, -- data: learning.work; export: yes; erase: row
  expires_at timestamp with time zone, -- fact: when it is deleted unless a module keeps it; empty once it does
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, ticket) REFERENCES files.tickets(site, id) ON DELETE SET NULL (ticket)
);
create index files_by_expiry ON files.files USING btree (site, expires_at) WHERE (expires_at IS NOT NULL);
create index files_by_person ON files.files USING btree (site, person);
create index files_by_ticket ON files.files USING btree (site, ticket);

create table files.parts (
  site text not null default database.current_site(), -- key: site
  file uuid not null, -- key: files.files
  name text not null, -- fact: original, view or thumb
  media_type text not null, -- fact: its format
  bytes bigint not null, -- fact: its length before it was sealed
  width integer, -- fact: pixels
  height integer, -- fact: pixels
  primary key (site, file, name),
  foreign key (site, file) REFERENCES files.files(site, id) ON DELETE CASCADE
);

create table files.tickets (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  purpose text not null, -- fact: what the file is for
  accepts text[] not null, -- fact: kinds of file that are accepted
  most_bytes bigint not null, -- fact: the largest file that is accepted
  keep text not null, -- fact: whether camera settings are kept
  made_at timestamp with time zone not null, -- fact: when the permission was given
  expires_at timestamp with time zone not null, -- fact: when the permission ends
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index tickets_by_expiry ON files.tickets USING btree (site, expires_at);
create index tickets_by_person ON files.tickets USING btree (site, person);
