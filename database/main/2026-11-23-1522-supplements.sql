-- Why: rules of their own for a programme or for minors are published beside the policy. What was published stays as it was read.
-- Safe on a live system: a new table.
create schema supplements;
create table supplements.texts (
  site text not null, id text not null, version int not null check (version > 0), applies_from date not null, said jsonb not null, seal text not null, kept_at timestamptz not null,
  primary key (site, id, version)
);
select database.isolate('supplements.texts', 'select, insert');
comment on column supplements.texts.id is 'key: own';
comment on column supplements.texts.version is 'key: own';
comment on column supplements.texts.applies_from is 'fact: the day from which it applies';
comment on column supplements.texts.said is 'fact: title and text in each language, as they were published';
comment on column supplements.texts.seal is 'fact: SHA-256 of what it says';
comment on column supplements.texts.kept_at is 'fact: when it was published';
