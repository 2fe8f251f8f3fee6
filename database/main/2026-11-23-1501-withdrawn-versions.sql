-- Why: what was announced can be taken back before it applies. The version stays in the archive, marked, and never begins.
-- Safe on a live system: new table only; nothing in it can be changed.
create table publication.withdrawals (
  site text not null, version integer not null, withdrawn_at timestamptz not null,
  primary key (site, version),
  foreign key (site, version) references publication.versions
);
select database.isolate('publication.withdrawals', 'select, insert');
comment on column publication.withdrawals.version is 'key: publication.versions';
comment on column publication.withdrawals.withdrawn_at is 'fact: when the announcement was taken back';
