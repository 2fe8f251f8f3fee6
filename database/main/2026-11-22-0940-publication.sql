-- Why: what a school has published stays published: versions are added, never changed, and each keeps the moment from which it applies.
-- Safe on a live system: new tables only.
create schema publication;

create table publication.versions (
  site text not null, number int not null check (number > 0),
  manifest text not null, next text, seal text not null, published jsonb not null,
  reason text not null check (reason in ('operation', 'law', 'functions')),
  affects text not null check (affects in ('rights-or-uses', 'details')),
  announced_at timestamptz not null, planned_from timestamptz not null,
  primary key (site, number)
);
select database.isolate('publication.versions', 'select, insert');
comment on column publication.versions.number is 'key: own';
comment on column publication.versions.manifest is 'fact: the file as it was when it was published';
comment on column publication.versions.next is 'fact: the file of a coming version that held only what differed';
comment on column publication.versions.seal is 'fact: SHA-256 of what the version means';
comment on column publication.versions.published is 'fact: the version as visitors read it, figures filled in';
comment on column publication.versions.reason is 'fact: why it was changed';
comment on column publication.versions.affects is 'fact: whether rights or uses of data change';
comment on column publication.versions.announced_at is 'fact: when it was made known';
comment on column publication.versions.planned_from is 'fact: the moment it was announced for';

-- A notice that arrives late moves the moment; every move stays readable. The latest row counts.
create table publication.moments (
  site text not null, version int not null, number int not null,
  in_force_from timestamptz not null, set_at timestamptz not null, why text not null check (why in ('announced', 'notice-late')),
  primary key (site, version, number), foreign key (site, version) references publication.versions
);
select database.isolate('publication.moments', 'select, insert');
comment on column publication.moments.version is 'key: publication.versions';
comment on column publication.moments.number is 'key: own';
comment on column publication.moments.in_force_from is 'fact: when the version begins to apply';
comment on column publication.moments.set_at is 'fact: when this was decided';
comment on column publication.moments.why is 'fact: announced so, or moved because a notice came late';

create table publication.notices (
  site text not null, version int not null, person uuid not null, by_email boolean not null,
  made_at timestamptz not null, seen_at timestamptz,
  primary key (site, version, person, by_email),
  foreign key (site, version) references publication.versions, foreign key (site, person) references accounts.people
);
select database.isolate('publication.notices');
create index notices_by_person on publication.notices (site, person);
comment on column publication.notices.version is 'key: publication.versions';
comment on column publication.notices.person is 'key: person, owner';
comment on column publication.notices.by_email is 'data: communication.mail; export: yes; erase: row';
comment on column publication.notices.made_at is 'data: communication.mail; export: yes; erase: row';
comment on column publication.notices.seen_at is 'data: communication.mail; export: yes; erase: row';

create table publication.acceptances (
  site text not null, person uuid not null, version int not null, by_use boolean not null,
  accepted_at timestamptz not null,
  primary key (site, person, version), foreign key (site, person) references accounts.people
);
select database.isolate('publication.acceptances');
comment on column publication.acceptances.person is 'key: person, owner';
comment on column publication.acceptances.version is 'key: own';
comment on column publication.acceptances.by_use is 'data: policy.acceptance; export: yes; erase: row';
comment on column publication.acceptances.accepted_at is 'data: policy.acceptance; export: yes; erase: row';
