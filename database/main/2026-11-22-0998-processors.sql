-- Why: whatever leaves the school for somebody outside is written down, what was stopped too, and who has to be told to forget or correct.
-- Safe on a live system: new tables; one column with a constant default, which rewrites nothing.
create schema processors;

create table processors.transfers (
  site text not null, id uuid not null, person uuid, recipient text not null, host text not null, fields text[] not null, purpose text not null, ground text not null,
  reference uuid, at timestamptz not null, arrived_at timestamptz,
  primary key (site, id),
  foreign key (site, person) references accounts.people
);
select database.isolate('processors.transfers');
create index transfers_by_person on processors.transfers (site, person, at);
create index transfers_by_time on processors.transfers (site, at);
comment on column processors.transfers.id is 'key: own';
comment on column processors.transfers.person is 'key: person, owner';
comment on column processors.transfers.recipient is 'fact: who got it, by its id in the manifest';
comment on column processors.transfers.host is 'fact: the machine it went to';
comment on column processors.transfers.fields is 'fact: names of the fields that went, never what stood in them';
comment on column processors.transfers.purpose is 'fact: what for, by its id in the manifest';
comment on column processors.transfers.ground is 'fact: why the recipient is needed';
comment on column processors.transfers.reference is 'fact: the random number under which the recipient knows it';
comment on column processors.transfers.at is 'data: disclosure.record; export: yes; erase: row';
comment on column processors.transfers.arrived_at is 'data: disclosure.record; export: yes; erase: row';

create table processors.refusals (
  site text not null, id uuid not null, at timestamptz not null, host text not null, reason text not null check (reason in ('recipient', 'field', 'purpose', 'agreement', 'standard')), about text not null,
  primary key (site, id)
);
select database.isolate('processors.refusals');
create index refusals_by_time on processors.refusals (site, at);
comment on column processors.refusals.id is 'key: own';
comment on column processors.refusals.at is 'fact: when something was stopped on its way out';
comment on column processors.refusals.host is 'fact: where it was to go';
comment on column processors.refusals.reason is 'fact: what was wrong with it';
comment on column processors.refusals.about is 'fact: the recipient, or the names of the fields';

-- Names nobody: the recipient finds what is meant by the numbers it was given.
create table processors.notices (
  site text not null, id uuid not null, recipient text not null, reason text not null check (reason in ('erasure', 'correction')), reference_numbers uuid[] not null,
  made_at timestamptz not null, told_at timestamptz, told_by uuid, way text,
  primary key (site, id),
  foreign key (site, told_by) references accounts.people on delete set null (told_by)
);
select database.isolate('processors.notices', 'select, insert, update');
create index notices_open on processors.notices (site, made_at) where told_at is null;
comment on column processors.notices.id is 'key: own';
comment on column processors.notices.recipient is 'fact: who has to be told, by its id in the manifest';
comment on column processors.notices.reason is 'fact: to erase or to correct';
comment on column processors.notices.reference_numbers is 'fact: random numbers under which the recipient knows what is meant';
comment on column processors.notices.made_at is 'fact: when it became due';
comment on column processors.notices.told_at is 'fact: when the recipient was told';
comment on column processors.notices.told_by is 'key: person, mention';
comment on column processors.notices.way is 'fact: how they were told: a number of a letter, a ticket';

alter table rights.erasures add column recipients_told int not null default 0;
comment on column rights.erasures.recipients_told is 'fact: how many recipients outside were to be told to erase';
