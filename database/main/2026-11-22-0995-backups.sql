-- Why: a school shows when it was last copied, and when a copy was last brought back to life. The copies are files elsewhere.
create schema backups;

-- One copy holds all schools; each has its own record of it, since a school sees no other's rows.
create table backups.copies (
  site text not null, id uuid not null, database text not null check (database in ('main', 'vault')),
  taken_at timestamptz not null, file text not null, bytes bigint not null, row_count bigint not null, sha256 text not null,
  verified_at timestamptz not null, removed_at timestamptz,
  primary key (site, id)
);
select database.isolate('backups.copies', 'select, insert, update');
create index copies_by_time on backups.copies (site, database, taken_at);
comment on column backups.copies.id is 'key: own';
comment on column backups.copies.database is 'fact: which of the two databases';
comment on column backups.copies.taken_at is 'fact: the moment of the snapshot';
comment on column backups.copies.file is 'fact: name of the file, without its folder';
comment on column backups.copies.bytes is 'fact: size of the file';
comment on column backups.copies.row_count is 'fact: rows of all schools together';
comment on column backups.copies.sha256 is 'fact: hash of what is encrypted in the file';
comment on column backups.copies.verified_at is 'fact: when it was opened and counted again';
comment on column backups.copies.removed_at is 'fact: when newer copies had taken its place';

create table backups.drills (
  site text not null, id uuid not null, database text not null check (database in ('main', 'vault')),
  ran_at timestamptz not null, file text not null, row_count bigint not null, intact boolean not null,
  primary key (site, id)
);
select database.isolate('backups.drills', 'select, insert');
comment on column backups.drills.id is 'key: own';
comment on column backups.drills.database is 'fact: which of the two databases';
comment on column backups.drills.ran_at is 'fact: when a copy was restored for trial';
comment on column backups.drills.file is 'fact: which copy';
comment on column backups.drills.row_count is 'fact: rows that came back';
comment on column backups.drills.intact is 'fact: whether all came back';
