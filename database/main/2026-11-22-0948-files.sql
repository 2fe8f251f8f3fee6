-- Files people hand in. The bytes lie in the file store, encrypted; here lies what is known about them, and their keys.
-- Safe on a live system: new tables only.
create schema files;

-- A ticket is the permission to upload one thing: a module gives it in a command of its own, where it knows who may.
create table files.tickets (
  site text not null, id uuid not null, person uuid not null,
  purpose text not null, accepts text[] not null, most_bytes bigint not null, keep text not null,
  made_at timestamptz not null, expires_at timestamptz not null,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('files.tickets');
create index tickets_by_person on files.tickets (site, person);
create index tickets_by_expiry on files.tickets (site, expires_at);
comment on column files.tickets.id is 'key: own';
comment on column files.tickets.person is 'key: person, owner';
comment on column files.tickets.purpose is 'fact: what the file is for';
comment on column files.tickets.accepts is 'fact: kinds of file that are accepted';
comment on column files.tickets.most_bytes is 'fact: the largest file that is accepted';
comment on column files.tickets.keep is 'fact: whether camera settings are kept';
comment on column files.tickets.made_at is 'fact: when the permission was given';
comment on column files.tickets.expires_at is 'fact: when the permission ends';

-- Neither ready nor refused: in quarantine, where nobody is shown it.
create table files.files (
  site text not null, id uuid not null, person uuid not null, ticket uuid,
  purpose text not null, accepts text[] not null, most_bytes bigint not null, keep text not null,
  name database.sealed not null, wrapped database.sealed not null, camera database.sealed,
  bytes bigint, media_type text, scanned text, refused_why text,
  made_at timestamptz not null, ready_at timestamptz, refused_at timestamptz, expires_at timestamptz,
  primary key (site, id), foreign key (site, person) references accounts.people,
  foreign key (site, ticket) references files.tickets on delete set null (ticket)
);
select database.isolate('files.files');
create index files_by_person on files.files (site, person);
create index files_by_ticket on files.files (site, ticket);
create index files_by_expiry on files.files (site, expires_at) where expires_at is not null;
comment on column files.files.id is 'key: own';
comment on column files.files.person is 'key: person, owner';
comment on column files.files.ticket is 'key: files.tickets, mention';
comment on column files.files.purpose is 'fact: what the file is for';
comment on column files.files.accepts is 'fact: kinds of file that were accepted';
comment on column files.files.most_bytes is 'fact: the largest file that was accepted';
comment on column files.files.keep is 'fact: whether camera settings are kept';
comment on column files.files.name is 'data: learning.work; export: yes; erase: row; sealed';
comment on column files.files.wrapped is 'data: learning.work; export: no; erase: row; sealed';
comment on column files.files.camera is 'data: learning.work; export: yes; erase: row; sealed';
comment on column files.files.bytes is 'fact: length that was announced, then the one that was received';
comment on column files.files.media_type is 'fact: what kind of file its bytes show it to be';
comment on column files.files.scanned is 'fact: clean, or not scanned because there is no scanner';
comment on column files.files.refused_why is 'fact: why it was refused; its bytes are deleted';
comment on column files.files.made_at is 'data: learning.work; export: yes; erase: row';
comment on column files.files.ready_at is 'data: learning.work; export: yes; erase: row';
comment on column files.files.refused_at is 'data: learning.work; export: yes; erase: row';
comment on column files.files.expires_at is 'fact: when it is deleted unless a module keeps it; empty once it does';

-- What is stored of a file: the original written anew, and for a picture a view and a thumbnail.
create table files.parts (
  site text not null, file uuid not null, name text not null, media_type text not null, bytes bigint not null, width int, height int,
  primary key (site, file, name), foreign key (site, file) references files.files on delete cascade
);
select database.isolate('files.parts');
comment on column files.parts.file is 'key: files.files';
comment on column files.parts.name is 'fact: original, view or thumb';
comment on column files.parts.media_type is 'fact: its format';
comment on column files.parts.bytes is 'fact: its length before it was sealed';
comment on column files.parts.width is 'fact: pixels';
comment on column files.parts.height is 'fact: pixels';
