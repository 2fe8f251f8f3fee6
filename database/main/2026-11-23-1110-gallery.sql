-- Why: a course may show works of its learners, each with a consent of its own that is kept with the words it was given to.
-- Safe on a live system: a new table.
create table assignments.showings (
  site text not null default database.current_site(), id uuid not null, take uuid not null,
  statement database.sealed not null, wording integer not null, language text not null, policy_version integer not null,
  signed database.sealed, given_at timestamptz not null, withdrawn_at timestamptz, placed_at timestamptz, placed_by uuid,
  primary key (site, id),
  foreign key (site, take) references assignments.takes (site, id),
  foreign key (site, placed_by) references accounts.people (site, id) on delete set null (placed_by)
);
create unique index showings_open on assignments.showings (site, take) where withdrawn_at is null;
create index showings_by_take on assignments.showings (site, take);
create index showings_by_placer on assignments.showings (site, placed_by) where placed_by is not null;
select database.isolate('assignments.showings', 'select, insert, update, delete');
comment on column assignments.showings.id is 'key: own';
comment on column assignments.showings.take is 'key: assignments.takes';
comment on column assignments.showings.statement is 'data: consent.record; export: yes; erase: row; sealed';
comment on column assignments.showings.wording is 'fact: the version of the statement';
comment on column assignments.showings.language is 'fact: the language of the statement';
comment on column assignments.showings.policy_version is 'fact: the version of the policy the consent was asked under';
comment on column assignments.showings.signed is 'data: learning.work; export: yes; erase: row; sealed';
comment on column assignments.showings.given_at is 'data: consent.record; export: yes; erase: row';
comment on column assignments.showings.withdrawn_at is 'data: consent.record; export: yes; erase: row';
comment on column assignments.showings.placed_at is 'data: learning.work; export: yes; erase: row';
comment on column assignments.showings.placed_by is 'key: person, mention';
