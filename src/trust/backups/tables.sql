-- Written by `npm run tables` from the migrated database. Do not edit.

create table backups.copies (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  database text not null, -- fact: which of the two databases
  taken_at timestamp with time zone not null, -- fact: the moment of the snapshot
  file text not null, -- fact: name of the file, without its folder
  bytes bigint not null, -- fact: size of the file
  row_count bigint not null, -- fact: rows of all schools together
  sha256 text not null, -- fact: hash of what is encrypted in the file
  verified_at timestamp with time zone not null, -- fact: when it was opened and counted again
  removed_at timestamp with time zone, -- fact: when newer copies had taken its place
  file_count bigint not null default 0, -- fact: stored files that lie beside it
  primary key (site, id),
  check ((database = ANY (ARRAY['main'::text, 'vault'::text])))
);
create index copies_by_time ON backups.copies USING btree (site, database, taken_at);

create table backups.drills (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  database text not null, -- fact: which of the two databases
  ran_at timestamp with time zone not null, -- fact: when a copy was restored for trial
  file text not null, -- fact: which copy
  row_count bigint not null, -- fact: rows that came back
  intact boolean not null, -- fact: whether all came back
  file_count bigint not null default 0, -- fact: stored files that were read again
  primary key (site, id),
  check ((database = ANY (ARRAY['main'::text, 'vault'::text])))
);
