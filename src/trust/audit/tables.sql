-- Written by `npm run tables` from the migrated database. Do not edit.

create table audit.checkpoints (
  site text not null default database.current_site(), -- key: site
  size bigint not null, -- key: own
  root bytea not null, -- fact: tree hash over the first entries (RFC 6962)
  edge bytea not null, -- fact: hashes of the complete subtrees, to go on from here
  upto xid8 not null, -- fact: every entry of an older transaction is in the tree
  signature bytea not null, -- fact: Ed25519 signature by a key outside the database
  at timestamp with time zone not null, -- fact: when it was made
  primary key (site, size)
);

create table audit.entries (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: order of writing
  at timestamp(3) with time zone not null, -- data: audit.trail; export: yes; erase: hold P5Y
  actor uuid, -- key: person, pseudonym
  role text not null, -- fact: in which role the actor acted
  act text not null, -- data: audit.trail; export: yes; erase: hold P5Y
  subject uuid, -- key: person, owner
  details database.sealed, -- data: audit.details; export: yes; erase: shred; sealed
  outcome text not null, -- fact: done or refused
  purpose text, -- fact: the declared purpose of a look
  tx xid8 not null default pg_current_xact_id(), -- fact: the transaction that wrote it, so that none is sealed before its elders have ended
  thing text, -- fact: which thing of the school, by its kind and the name the school gave it
  primary key (site, id),
  check (((thing ~ '^[a-z]+:[a-z0-9][a-z0-9._-]{0,119}$'::text) AND (thing !~ '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'::text)))
);
create index entries_by_actor ON audit.entries USING btree (site, actor, number);
create index entries_by_number ON audit.entries USING btree (site, number);
create index entries_by_subject ON audit.entries USING btree (site, subject, number);
create index entries_by_time ON audit.entries USING btree (site, at, number);
create index entries_by_tx ON audit.entries USING btree (site, tx);

create table audit.leaves (
  site text not null default database.current_site(), -- key: site
  position bigint not null, -- key: own
  entry uuid not null, -- fact: which entry stands there
  hash bytea not null, -- fact: leaf hash of the entry (RFC 6962)
  unique (site, entry),
  primary key (site, "position")
);

create table audit.verdicts (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  at timestamp with time zone not null, -- fact: when the whole log was recomputed
  intact boolean not null, -- fact: whether everything was what it had been
  entries integer not null, -- fact: entries recomputed
  checkpoints integer not null, -- fact: signed checkpoints compared
  unsealed integer not null, -- fact: entries younger than the last checkpoint
  fault_at integer, -- fact: place of the first fault
  fault text, -- fact: what was found there
  fault_from integer, -- fact: first place that no sound checkpoint before the fault covers
  primary key (site, id)
);

create table audit.views (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  officer uuid not null, -- key: person, owner
  name database.sealed not null, -- data: audit.details; export: yes; erase: row; sealed
  filters database.sealed not null, -- data: audit.details; export: yes; erase: row; sealed
  made_at timestamp with time zone not null, -- data: audit.details; export: yes; erase: row
  primary key (site, id),
  foreign key (site, officer) REFERENCES accounts.people(site, id)
);
create index views_by_officer ON audit.views USING btree (site, officer, made_at);
