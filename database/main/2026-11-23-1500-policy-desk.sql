-- Why: a new version of the policy is drafted, weighed and announced by the privacy officer, with a second person, and not only by whoever holds the files.
-- The counts beside a draft say how many rows and people a change touches; they name nobody.
-- Safe on a live system: new table only.
create schema policy_desk;

create table policy_desk.drafts (
  site text not null, id uuid not null, number bigint generated always as identity, manifest text not null, next text, seal text not null, published jsonb not null, counts jsonb not null, counted_at timestamptz not null,
  saving integer not null default 1, saved_at timestamptz not null, saved_by uuid,
  wished_from timestamptz, asked_at timestamptz, asked_by uuid, announced_as integer, announced_at timestamptz, announced_by uuid, discarded_at timestamptz,
  primary key (site, id),
  check ((wished_from is null) = (asked_at is null)),
  check ((announced_as is null) = (announced_at is null) and (announced_as is null or asked_at is not null)),
  check (announced_as is null or discarded_at is null),
  check (asked_by is null or announced_by is null or asked_by <> announced_by),
  foreign key (site, saved_by) references accounts.people on delete set null (saved_by),
  foreign key (site, asked_by) references accounts.people on delete set null (asked_by),
  foreign key (site, announced_by) references accounts.people on delete set null (announced_by)
);
select database.isolate('policy_desk.drafts', 'select, insert, update');
create unique index drafts_open on policy_desk.drafts (site) where announced_as is null and discarded_at is null;
comment on column policy_desk.drafts.id is 'key: own';
comment on column policy_desk.drafts.number is 'fact: the number by which people who work here call it';
comment on column policy_desk.drafts.manifest is 'fact: the manifest that is proposed';
comment on column policy_desk.drafts.next is 'fact: what differs from it, where the proposal is written so';
comment on column policy_desk.drafts.seal is 'fact: SHA-256 of what the proposal means';
comment on column policy_desk.drafts.published is 'fact: the proposal as visitors would read it';
comment on column policy_desk.drafts.counts is 'fact: how many people there are, and how many rows of each kind of data';
comment on column policy_desk.drafts.counted_at is 'fact: when they were counted';
comment on column policy_desk.drafts.saving is 'fact: how often it was saved; whoever writes over a newer saving is refused';
comment on column policy_desk.drafts.saved_at is 'fact: when it was saved last';
comment on column policy_desk.drafts.saved_by is 'key: person, mention';
comment on column policy_desk.drafts.wished_from is 'fact: from when it is to apply';
comment on column policy_desk.drafts.asked_at is 'fact: when its announcement was proposed';
comment on column policy_desk.drafts.asked_by is 'key: person, mention';
comment on column policy_desk.drafts.announced_as is 'fact: the version it became';
comment on column policy_desk.drafts.announced_at is 'fact: when another person approved and it was announced';
comment on column policy_desk.drafts.announced_by is 'key: person, mention';
comment on column policy_desk.drafts.discarded_at is 'fact: when it was given up';
