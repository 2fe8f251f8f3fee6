-- Why: ways back into an account, and the change of the address or login by which it is entered.
create schema recovery;

-- A new e-mail or login waits here until it is confirmed on both sides; at most one at a time.
create table recovery.changes (
  site text not null, id uuid not null, person uuid not null, email database.sealed, login database.sealed, asked_at timestamptz not null, expires_at timestamptz not null,
  primary key (site, id), unique (site, person), foreign key (site, person) references accounts.people
);
select database.isolate('recovery.changes');
comment on column recovery.changes.id is 'key: own';
comment on column recovery.changes.person is 'key: person, owner';
comment on column recovery.changes.email is 'data: account.email; export: yes; erase: row; sealed';
comment on column recovery.changes.login is 'data: account.login; export: yes; erase: row; sealed';
comment on column recovery.changes.asked_at is 'data: account.dates; export: yes; erase: row';
comment on column recovery.changes.expires_at is 'data: account.dates; export: yes; erase: row';

-- `code` is there only until the person has written it down, ten minutes at most; after that there is only its hash.
create table recovery.codes (
  site text not null, id uuid not null, person uuid not null, hash bytea not null, code database.sealed, made_at timestamptz not null, used_at timestamptz,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('recovery.codes');
create index codes_by_person on recovery.codes (site, person);
comment on column recovery.codes.id is 'key: own';
comment on column recovery.codes.person is 'key: person, owner';
comment on column recovery.codes.hash is 'fact: hash of a random code';
comment on column recovery.codes.code is 'data: account.password; export: no; erase: row; sealed';
comment on column recovery.codes.made_at is 'data: account.password; export: yes; erase: row';
comment on column recovery.codes.used_at is 'data: account.password; export: yes; erase: row';
