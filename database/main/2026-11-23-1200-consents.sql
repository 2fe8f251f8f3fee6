-- Why: each consent a school asks for is kept as it was given: the words that were read, their language and version, how and when; and its withdrawal beside it.
-- Nothing here is ever changed: the last record of a person and a consent is how it stands. Rows go only with their person.
-- Safe on a live system: new table only.
create table consent.records (
  site text not null, id uuid not null, number bigint generated always as identity, person uuid not null,
  consent text not null, given boolean not null, version int not null check (version > 0), policy_version int not null,
  locale text not null check (locale in ('ru', 'kk', 'en')), manner text not null check (manner in ('page', 'form', 'request')),
  words database.sealed not null, terms database.sealed not null, ends_at timestamptz, at timestamptz not null default database.current_moment(),
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('consent.records', 'select, insert, delete');
create index records_by_consent on consent.records (site, consent, person, number desc);
create index records_by_person on consent.records (site, person, number);
comment on column consent.records.id is 'key: own';
comment on column consent.records.number is 'fact: order of writing';
comment on column consent.records.person is 'key: person, owner';
comment on column consent.records.consent is 'fact: which consent of the manifest';
comment on column consent.records.given is 'data: consent.record; export: yes; erase: row';
comment on column consent.records.version is 'fact: the version of its words';
comment on column consent.records.policy_version is 'fact: the version of the policy in force';
comment on column consent.records.locale is 'fact: the language the words were read in';
comment on column consent.records.manner is 'fact: on its own page, beside the function that needs it, or by a request to the officer';
comment on column consent.records.words is 'data: consent.record; export: yes; erase: row; sealed';
comment on column consent.records.terms is 'data: consent.record; export: yes; erase: row; sealed';
comment on column consent.records.ends_at is 'data: consent.record; export: yes; erase: row';
comment on column consent.records.at is 'data: consent.record; export: yes; erase: row';
