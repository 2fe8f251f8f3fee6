-- Why: what happens without a visitor: facts told to other modules, letters, work by the clock, and what is owed by a date.
-- Safe on a live system: new tables only.

-- A key of something, for the columns that may hold nothing else: no name, address or sentence has this shape for long.
create domain database.reference as text check (value ~ '^[A-Za-z0-9_.:/-]{0,200}$');

create schema events;
create table events.outbox (
  site text not null, id uuid not null, number bigint generated always as identity, name text not null,
  person uuid, about database.reference not null default '', happened_at timestamptz not null default database.current_moment(),
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('events.outbox');
create index outbox_by_number on events.outbox (site, number);
create index outbox_by_person on events.outbox (site, person);
comment on column events.outbox.id is 'key: own';
comment on column events.outbox.number is 'fact: order of writing';
comment on column events.outbox.name is 'fact: what happened; leaves the outbox when its listeners are known';
comment on column events.outbox.person is 'key: person, owner';
comment on column events.outbox.about is 'fact: the id of the thing it happened to';
comment on column events.outbox.happened_at is 'fact: when it was written';

-- One row for each listener, so that one which fails keeps nobody else from hearing.
create table events.deliveries (
  site text not null, id uuid not null, number bigint not null, listener text not null, name text not null,
  person uuid, about database.reference not null, attempts int not null default 0, next_try_at timestamptz, dead_at timestamptz, fault text,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('events.deliveries');
create index deliveries_by_number on events.deliveries (site, number);
create index deliveries_by_person on events.deliveries (site, person);
comment on column events.deliveries.id is 'key: own';
comment on column events.deliveries.number is 'fact: order of writing';
comment on column events.deliveries.listener is 'fact: who is to hear of it';
comment on column events.deliveries.name is 'fact: what happened; the row goes when it has been heard';
comment on column events.deliveries.person is 'key: person, owner';
comment on column events.deliveries.about is 'fact: the id of the thing it happened to';
comment on column events.deliveries.attempts is 'fact: how often it was told';
comment on column events.deliveries.next_try_at is 'fact: not again before this moment';
comment on column events.deliveries.dead_at is 'fact: when we gave up';
comment on column events.deliveries.fault is 'fact: number of the fault in the server''s log';

create schema mail;
-- A letter is stored as its template and recipient; text and address exist only while it is sent.
create table mail.letters (
  site text not null, id uuid not null, person uuid not null, template database.reference not null, about database.reference not null default '',
  queued_at timestamptz not null, sent_at timestamptz, outcome text check (outcome in ('sent', 'nothing-to-send', 'given-up')),
  attempts int not null default 0, next_try_at timestamptz, fault text,
  primary key (site, id), unique (site, person, template, about), foreign key (site, person) references accounts.people
);
select database.isolate('mail.letters');
create index letters_waiting on mail.letters (site, queued_at) where outcome is null;
create index letters_by_occasion on mail.letters (site, template, about);
comment on column mail.letters.id is 'key: own';
comment on column mail.letters.person is 'key: person, owner';
comment on column mail.letters.template is 'data: communication.mail; export: yes; erase: row';
comment on column mail.letters.about is 'fact: key that prevents sending twice';
comment on column mail.letters.queued_at is 'data: communication.mail; export: yes; erase: row';
comment on column mail.letters.sent_at is 'data: communication.mail; export: yes; erase: row';
comment on column mail.letters.outcome is 'fact: how it ended; empty while it waits';
comment on column mail.letters.attempts is 'fact: how often sending was tried';
comment on column mail.letters.next_try_at is 'fact: not again before this moment';
comment on column mail.letters.fault is 'fact: number of the fault in the server''s log';

create schema jobs;
-- Work to be done: one row for good for each job with a timetable, one for a while for each job that was asked for.
create table jobs.work (
  site text not null, id uuid not null, job text not null, about database.reference not null default '', person uuid,
  run_at timestamptz not null, attempts int not null default 0, worker uuid, lease_until timestamptz, dead_at timestamptz, fault text,
  primary key (site, id), unique (site, job, about), foreign key (site, person) references accounts.people
);
select database.isolate('jobs.work');
create index work_by_moment on jobs.work (site, run_at) where dead_at is null;
create index work_by_person on jobs.work (site, person);
comment on column jobs.work.id is 'key: own';
comment on column jobs.work.job is 'fact: which job';
comment on column jobs.work.about is 'fact: the id of the thing it works on';
comment on column jobs.work.person is 'key: person, owner';
comment on column jobs.work.run_at is 'fact: not before this moment';
comment on column jobs.work.attempts is 'fact: how often it was tried in a row';
comment on column jobs.work.worker is 'fact: which process has it in hand';
comment on column jobs.work.lease_until is 'fact: until when that process is believed to live';
comment on column jobs.work.dead_at is 'fact: when we gave up';
comment on column jobs.work.fault is 'fact: number of the fault in the server''s log';

create table jobs.runs (
  site text not null, id uuid not null, job text not null, started_at timestamptz not null, ended_at timestamptz,
  outcome text not null check (outcome in ('running', 'done', 'failed', 'given-up', 'interrupted')), attempt int not null, handled int not null default 0, fault text,
  primary key (site, id)
);
select database.isolate('jobs.runs');
create index runs_by_job on jobs.runs (site, job, started_at desc);
comment on column jobs.runs.id is 'key: own';
comment on column jobs.runs.job is 'fact: which job ran';
comment on column jobs.runs.started_at is 'fact: when it began';
comment on column jobs.runs.ended_at is 'fact: when it ended; empty while it runs';
comment on column jobs.runs.outcome is 'fact: how it ended';
comment on column jobs.runs.attempt is 'fact: which try in a row it was';
comment on column jobs.runs.handled is 'fact: how many things it dealt with';
comment on column jobs.runs.fault is 'fact: number of the fault in the server''s log';

create schema obligations;
-- What a promise or the law dates. A row is never deleted when it is late: a missed one has to be seen.
create table obligations.owed (
  site text not null, id uuid not null, kind text not null, about database.reference not null default '', person uuid,
  asked_at timestamptz not null, start_at timestamptz not null, promised_by timestamptz not null, due_by timestamptz not null,
  done_at timestamptz, effect text, step text not null default '', attempts int not null default 0, next_try_at timestamptz, fault text,
  primary key (site, id), unique (site, kind, about), foreign key (site, person) references accounts.people,
  check (due_by <= promised_by)
);
select database.isolate('obligations.owed');
create index owed_by_start on obligations.owed (site, start_at) where done_at is null;
create index owed_by_due on obligations.owed (site, due_by) where done_at is null;
create index owed_by_person on obligations.owed (site, person);
comment on column obligations.owed.id is 'key: own';
comment on column obligations.owed.kind is 'fact: what is owed';
comment on column obligations.owed.about is 'fact: the id of the thing it is owed about';
comment on column obligations.owed.person is 'key: person, owner';
comment on column obligations.owed.asked_at is 'fact: since when it is owed';
comment on column obligations.owed.start_at is 'fact: from when the machine sees to it';
comment on column obligations.owed.promised_by is 'fact: the end of the term in the school''s words';
comment on column obligations.owed.due_by is 'fact: the stricter of those words and the law';
comment on column obligations.owed.done_at is 'fact: when it was done';
comment on column obligations.owed.effect is 'fact: how it was done';
comment on column obligations.owed.step is 'fact: the last step that was finished, to go on from after a crash';
comment on column obligations.owed.attempts is 'fact: how often the machine tried';
comment on column obligations.owed.next_try_at is 'fact: not again before this moment';
comment on column obligations.owed.fault is 'fact: number of the fault in the server''s log';
