-- Written by `npm run tables` from the migrated database. Do not edit.

create table support.claims (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  claim uuid not null, -- fact: under which number the link of one letter finds everybody behind its address
  person uuid not null, -- key: person, owner
  is_claimant boolean not null, -- fact: whether this is the address as it was typed to claim, and no enquiry
  asked_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  expires_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  unique (site, claim, person),
  primary key (site, id),
  check ((expires_at > asked_at))
);
create index claims_by_expiry ON support.claims USING btree (site, expires_at);
create index claims_by_person ON support.claims USING btree (site, person);

-- home of: guest; recorded = written_at
create table support.guests (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: person, owner
  name database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  email database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  phone database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  locale text not null, -- fact: language of the page it was written on, and of the letters
  written_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  primary key (site, id),
  check ((locale = ANY (ARRAY['ru'::text, 'kk'::text, 'en'::text])))
);

create table support.messages (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  ticket uuid not null, -- key: support.tickets
  of_school boolean not null, -- fact: whether the school wrote it
  author uuid, -- key: person, mention
  words database.sealed not null, -- data: communication.request; export: yes; erase: row; sealed
  left_out database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  letter bytea, -- fact: hash of the number its sender gave a letter, so that one brought twice is one message
  written_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  unique (site, letter),
  primary key (site, id),
  foreign key (site, author) REFERENCES accounts.people(site, id) ON DELETE SET NULL (author),
  foreign key (site, ticket) REFERENCES support.tickets(site, id)
);
create index messages_by_ticket ON support.messages USING btree (site, ticket, written_at);

-- home of: enquiry; recorded = asked_at; ended = closed_at
create table support.tickets (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: the number both sides call it by
  person uuid not null, -- key: person, owner
  guest boolean not null, -- fact: whether whoever asks has no account
  topic text not null, -- fact: what it is about, and so whose queue it stands in
  channel text not null, -- fact: which way it came
  clause database.reference, -- fact: the clause of the policy it asks about
  clause_version integer, -- fact: the version of the policy that clause was read in
  asked_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  waits_for uuid, -- fact: under which key the term of an answer runs; empty while nothing is owed
  due_by timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  alerted_at timestamp with time zone, -- fact: when the staff were told that it is late
  answered_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  closed_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  close_reason database.sealed, -- data: communication.request; export: yes; erase: row; sealed
  reopened_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  last_at timestamp with time zone not null, -- data: communication.request; export: yes; erase: row
  wished_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  settled_at timestamp with time zone, -- data: communication.request; export: yes; erase: row
  request uuid, -- key: rights.requests, mention
  unique (site, number),
  primary key (site, id),
  foreign key (site, request) REFERENCES rights.requests(site, id) ON DELETE SET NULL (request),
  check (((closed_at IS NULL) OR ((waits_for IS NULL) AND ((answered_at IS NOT NULL) OR (close_reason IS NOT NULL))))),
  check ((channel = ANY (ARRAY['form'::text, 'mail'::text, 'phone'::text, 'letter'::text]))),
  check ((topic = ANY (ARRAY['general'::text, 'technical'::text, 'consultation'::text, 'privacy'::text, 'rights'::text, 'child'::text])))
);
create index tickets_by_last_word ON support.tickets USING btree (site, last_at);
create index tickets_by_person ON support.tickets USING btree (site, person);
create index tickets_waiting ON support.tickets USING btree (site, due_by) WHERE (waits_for IS NOT NULL);
create unique index tickets_by_talk ON support.tickets USING btree (site, settled_at) WHERE (settled_at IS NOT NULL);
