-- Written by `npm run tables` from the migrated database. Do not edit.

create table processors.notices (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  recipient text not null, -- fact: who has to be told, by its id in the manifest
  reason text not null, -- fact: to erase or to correct
  reference_numbers uuid[] not null, -- fact: random numbers under which the recipient knows what is meant
  made_at timestamp with time zone not null, -- fact: when it became due
  told_at timestamp with time zone, -- fact: when the recipient was told
  told_by uuid, -- key: person, mention
  way text, -- fact: how they were told: a number of a letter, a ticket
  confirmed_at timestamp with time zone, -- fact: when the recipient said that it is erased
  confirmed_by uuid, -- key: person, mention
  confirmation text, -- fact: how they said so: a number of a letter, a record of deletion
  primary key (site, id),
  foreign key (site, confirmed_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (confirmed_by),
  foreign key (site, told_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (told_by),
  check (((confirmed_at IS NULL) = (confirmation IS NULL))),
  check ((length(confirmation) >= 5)),
  check ((reason = ANY (ARRAY['erasure'::text, 'correction'::text])))
);
create index notices_open ON processors.notices USING btree (site, made_at) WHERE (told_at IS NULL);

create table processors.refusals (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  at timestamp with time zone not null, -- fact: when something was stopped on its way out
  host text not null, -- fact: where it was to go
  reason text not null, -- fact: what was wrong with it
  about text not null, -- fact: the recipient, or the names of the fields
  primary key (site, id),
  check ((reason = ANY (ARRAY['recipient'::text, 'field'::text, 'purpose'::text, 'agreement'::text, 'standard'::text, 'abroad'::text])))
);
create index refusals_by_time ON processors.refusals USING btree (site, at);

create table processors.transfers (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid, -- key: person, owner
  recipient text not null, -- fact: who got it, by its id in the manifest
  host text not null, -- fact: the machine it went to
  fields text[] not null, -- fact: names of the fields that went, never what stood in them
  purpose text not null, -- fact: what for, by its id in the manifest
  ground text not null, -- fact: why the recipient is needed
  reference uuid, -- fact: the random number under which the recipient knows it
  at timestamp with time zone not null, -- data: disclosure.record; export: yes; erase: row
  arrived_at timestamp with time zone, -- data: disclosure.record; export: yes; erase: row
  agreement text, -- fact: the number of the agreement it stood on, by the manifest of its moment
  primary key (site, id)
);
create index transfers_by_person ON processors.transfers USING btree (site, person, at);
create index transfers_by_time ON processors.transfers USING btree (site, at);
