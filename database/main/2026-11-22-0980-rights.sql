-- Why: what people ask about their data, the copies made for them, and the proof of every erasure.
-- Safe on a live system: new tables only.
create schema rights;

create table rights.requests (
  site text not null, id uuid not null, number bigint generated always as identity, person uuid not null, kind text not null,
  wish database.sealed, asked_at timestamptz not null, promised_by timestamptz not null, due_by timestamptz not null,
  answered_at timestamptz, answered_by uuid, granted boolean, done database.sealed, kept database.sealed, why database.sealed,
  primary key (site, id),
  foreign key (site, person) references accounts.people,
  foreign key (site, answered_by) references accounts.people on delete set null (answered_by)
);
select database.isolate('rights.requests');
create index requests_by_person on rights.requests (site, person);
create index requests_open on rights.requests (site, due_by) where answered_at is null;
comment on table rights.requests is 'home of: request; recorded = asked_at; ended = answered_at';
comment on column rights.requests.id is 'key: own';
comment on column rights.requests.number is 'fact: the number people and officers call it by';
comment on column rights.requests.person is 'key: person, owner';
comment on column rights.requests.kind is 'fact: which right was used';
comment on column rights.requests.wish is 'data: rights.request; export: yes; erase: row; sealed';
comment on column rights.requests.asked_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.requests.promised_by is 'data: rights.request; export: yes; erase: row';
comment on column rights.requests.due_by is 'data: rights.request; export: yes; erase: row';
comment on column rights.requests.answered_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.requests.answered_by is 'key: person, mention';
comment on column rights.requests.granted is 'data: rights.request; export: yes; erase: row';
comment on column rights.requests.done is 'data: rights.request; export: yes; erase: row; sealed';
comment on column rights.requests.kept is 'data: rights.request; export: yes; erase: row; sealed';
comment on column rights.requests.why is 'data: rights.request; export: yes; erase: row; sealed';

create table rights.copies (
  site text not null, id uuid not null, person uuid not null, request uuid, asked_at timestamptz not null, ready_at timestamptz, expires_at timestamptz, file uuid, bytes bigint,
  primary key (site, id),
  foreign key (site, person) references accounts.people,
  foreign key (site, request) references rights.requests on delete set null (request)
);
select database.isolate('rights.copies');
create index copies_by_person on rights.copies (site, person);
comment on column rights.copies.id is 'key: own';
comment on column rights.copies.person is 'key: person, owner';
comment on column rights.copies.request is 'key: rights.requests, mention';
comment on column rights.copies.asked_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.copies.ready_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.copies.expires_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.copies.file is 'fact: where the archive lies in the file store';
comment on column rights.copies.bytes is 'fact: its size';

-- The proof that somebody was erased says nothing of who it was: the id is there only while the steps still need it.
create table rights.erasures (
  site text not null, id uuid not null, person uuid, asked_at timestamptz not null, reason text not null, completed_at timestamptz,
  rows_removed int not null default 0, files_removed int not null default 0, looked_through int not null default 0, signature bytea,
  primary key (site, id)
);
select database.isolate('rights.erasures', 'select, insert, update');
comment on table rights.erasures is 'home of: erasure; asked = asked_at';
comment on column rights.erasures.id is 'key: own';
comment on column rights.erasures.person is 'key: person, pseudonym';
comment on column rights.erasures.asked_at is 'fact: when the erasure was asked for';
comment on column rights.erasures.reason is 'fact: asked, retention or law';
comment on column rights.erasures.completed_at is 'fact: when nothing was found any more';
comment on column rights.erasures.rows_removed is 'fact: how many rows went';
comment on column rights.erasures.files_removed is 'fact: how many stored objects went';
comment on column rights.erasures.looked_through is 'fact: how many tables and stores were looked through at the end';
comment on column rights.erasures.signature is 'fact: Ed25519 signature of the school over this row';
