-- Written by `npm run tables` from the migrated database. Do not edit.

create table rights.copies (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  request uuid, -- key: rights.requests, mention
  asked_at timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  ready_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  expires_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  file uuid, -- fact: where the archive lies in the file store
  bytes bigint, -- fact: its size
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, request) REFERENCES rights.requests(site, id) ON DELETE SET NULL (request)
);
create index copies_by_person ON rights.copies USING btree (site, person);

-- home of: erasure; asked = asked_at
create table rights.erasures (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid, -- key: person, pseudonym
  asked_at timestamp with time zone not null, -- fact: when the erasure was asked for
  reason text not null, -- fact: asked, retention or law
  completed_at timestamp with time zone, -- fact: when nothing was found any more
  rows_removed integer not null default 0, -- fact: how many rows went
  files_removed integer not null default 0, -- fact: how many stored objects went
  looked_through integer not null default 0, -- fact: how many tables and stores were looked through at the end
  signature bytea, -- fact: Ed25519 signature of the school over this row
  recipients_told integer not null default 0, -- fact: how many recipients outside were to be told to erase
  kept jsonb not null, -- fact: categories that the law keeps, and until when
  primary key (site, id)
);

create table rights.held_rows (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  hold uuid not null, -- key: rights.holds
  source text not null, -- fact: the table it stood in
  content database.sealed not null, -- data: rights.request; export: yes; erase: hold by order; sealed
  primary key (site, id),
  foreign key (site, hold) REFERENCES rights.holds(site, id) ON DELETE CASCADE
);
create index held_rows_by_hold ON rights.held_rows USING btree (site, hold);

create table rights.holds (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: the number by which people who work here call it
  person uuid, -- key: person, owner
  category text not null, -- fact: which kind of data is kept
  ground text not null, -- fact: the law and its article; names nobody
  until_at timestamp with time zone not null, -- data: rights.request; export: yes; erase: hold by order
  asked_at timestamp with time zone not null, -- fact: when somebody placed it
  asked_by uuid, -- key: person, mention
  begun_at timestamp with time zone, -- fact: when another one confirmed it: it stands from then on
  begun_by uuid, -- key: person, mention
  kept_at timestamp with time zone, -- fact: when its rows were put aside, because their person went
  lift_asked_at timestamp with time zone, -- fact: when somebody asked to end it before its day
  lift_asked_by uuid, -- key: person, mention
  ended_at timestamp with time zone, -- fact: when it ended
  ended_by uuid, -- key: person, mention
  primary key (site, id),
  foreign key (site, asked_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (asked_by),
  foreign key (site, begun_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (begun_by),
  foreign key (site, ended_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (ended_by),
  foreign key (site, lift_asked_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (lift_asked_by),
  check (((begun_by IS NULL) OR (asked_by IS NULL) OR (begun_by <> asked_by))),
  check (((ended_by IS NULL) OR (lift_asked_by IS NULL) OR (ended_by <> lift_asked_by))),
  check ((length(ground) >= 8))
);
create index holds_by_person ON rights.holds USING btree (site, person);
create index holds_standing ON rights.holds USING btree (site, category) WHERE ((begun_at IS NOT NULL) AND (ended_at IS NULL));

-- home of: request; recorded = asked_at; ended = answered_at
create table rights.requests (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: the number people and officers call it by
  person uuid not null, -- key: person, owner
  kind text not null, -- fact: which right was used
  wish database.sealed, -- data: rights.request; export: yes; erase: row; sealed
  asked_at timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  promised_by timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  due_by timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  answered_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  answered_by uuid, -- key: person, mention
  granted boolean, -- data: rights.request; export: yes; erase: row
  done database.sealed, -- data: rights.request; export: yes; erase: row; sealed
  kept database.sealed, -- data: rights.request; export: yes; erase: row; sealed
  why database.sealed, -- data: rights.request; export: yes; erase: row; sealed
  responsible uuid, -- key: person, mention
  taken_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  came text not null default 'account'::text, -- fact: from the account itself, or by a letter to the school
  confirmed_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  primary key (site, id),
  foreign key (site, answered_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (answered_by),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, responsible) REFERENCES accounts.people(site, id) ON DELETE SET NULL (responsible),
  check ((came = ANY (ARRAY['account'::text, 'letter'::text])))
);
create index requests_by_person ON rights.requests USING btree (site, person);
create index requests_open ON rights.requests USING btree (site, due_by) WHERE (answered_at IS NULL);

create table rights.restrictions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  request uuid, -- key: rights.requests, mention
  scope text not null, -- fact: whether everything rests, one use, or one kind of data
  subject text not null default ''::text, -- fact: which use, or which kind of data
  since timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  until_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  ended_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, request) REFERENCES rights.requests(site, id) ON DELETE SET NULL (request),
  check (((subject = ''::text) = (scope = 'all'::text))),
  check ((scope = ANY (ARRAY['all'::text, 'use'::text, 'field'::text])))
);
create index restrictions_by_person ON rights.restrictions USING btree (site, person, since);
create unique index restrictions_standing ON rights.restrictions USING btree (site, person, scope, subject) WHERE (ended_at IS NULL);
