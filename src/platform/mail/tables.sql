-- Written by `npm run tables` from the migrated database. Do not edit.

create table mail.letters (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  template database.reference not null, -- data: communication.mail; export: yes; erase: row
  about database.reference not null default ''::text, -- fact: key that prevents sending twice
  queued_at timestamp with time zone not null, -- data: communication.mail; export: yes; erase: row
  sent_at timestamp with time zone, -- data: communication.mail; export: yes; erase: row
  outcome text, -- fact: how it ended; empty while it waits
  attempts integer not null default 0, -- fact: how often sending was tried
  next_try_at timestamp with time zone, -- fact: not again before this moment
  fault text, -- fact: number of the fault in the server's log
  unique (site, person, template, about),
  primary key (site, id),
  check ((outcome = ANY (ARRAY['sent'::text, 'nothing-to-send'::text, 'given-up'::text])))
);
create index letters_by_occasion ON mail.letters USING btree (site, template, about);
create index letters_waiting ON mail.letters USING btree (site, queued_at) WHERE (outcome IS NULL);
