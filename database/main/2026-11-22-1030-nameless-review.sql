-- Why: a work may be reviewed without its learner's name. The course says so, or the office for one run; a work begun under it keeps its number for good.
-- Safe on a live system: a column with a constant default and a nullable one, neither rewrites a row; the index holds few rows.
alter table assignments.assignments add column anonymous boolean not null default false;
comment on column assignments.assignments.anonymous is 'fact: whether works are reviewed without the name of the learner';

alter table assignments.works add column alias int check (alias > 0);
create unique index works_by_alias on assignments.works (site, run, alias) where alias is not null;
comment on column assignments.works.alias is 'data: learning.work; export: yes; erase: row';

create table assignments.naming (
  site text not null, run uuid not null, anonymous boolean not null,
  primary key (site, run), foreign key (site, run) references courses.runs
);
select database.isolate('assignments.naming');
comment on column assignments.naming.run is 'key: courses.runs';
comment on column assignments.naming.anonymous is 'fact: what the office decided for this run, whatever its course says';
