-- Written by `npm run tables` from the migrated database. Do not edit.

create table policy_desk.drafts (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: the number by which people who work here call it
  manifest text not null, -- fact: the manifest that is proposed
  next text, -- fact: what differs from it, where the proposal is written so
  seal text not null, -- fact: SHA-256 of what the proposal means
  published jsonb not null, -- fact: the proposal as visitors would read it
  counts jsonb not null, -- fact: how many people there are, and how many rows of each kind of data
  counted_at timestamp with time zone not null, -- fact: when they were counted
  saving integer not null default 1, -- fact: how often it was saved; whoever writes over a newer saving is refused
  saved_at timestamp with time zone not null, -- fact: when it was saved last
  saved_by uuid, -- key: person, mention
  wished_from timestamp with time zone, -- fact: from when it is to apply
  asked_at timestamp with time zone, -- fact: when its announcement was proposed
  asked_by uuid, -- key: person, mention
  announced_as integer, -- fact: the version it became
  announced_at timestamp with time zone, -- fact: when another person approved and it was announced
  announced_by uuid, -- key: person, mention
  discarded_at timestamp with time zone, -- fact: when it was given up
  primary key (site, id),
  foreign key (site, announced_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (announced_by),
  foreign key (site, asked_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (asked_by),
  foreign key (site, saved_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (saved_by),
  check ((((announced_as IS NULL) = (announced_at IS NULL)) AND ((announced_as IS NULL) OR (asked_at IS NOT NULL)))),
  check (((announced_as IS NULL) OR (discarded_at IS NULL))),
  check (((asked_by IS NULL) OR (announced_by IS NULL) OR (asked_by <> announced_by))),
  check (((wished_from IS NULL) = (asked_at IS NULL)))
);
create unique index drafts_open ON policy_desk.drafts USING btree (site) WHERE ((announced_as IS NULL) AND (discarded_at IS NULL));
