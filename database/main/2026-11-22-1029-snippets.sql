-- Why: a teacher says some things often. Their own stock of words stands beside the comment they write, in the languages they teach in.
-- Safe on a live system: a new table only.
create table assignments.snippets (
  site text not null, id uuid not null, teacher uuid not null, ru database.sealed, kk database.sealed, en database.sealed, made_at timestamptz not null,
  primary key (site, id), foreign key (site, teacher) references accounts.people, check (num_nonnulls(ru, kk, en) > 0)
);
select database.isolate('assignments.snippets');
create index snippets_by_teacher on assignments.snippets (site, teacher, made_at);
comment on column assignments.snippets.id is 'key: own';
comment on column assignments.snippets.teacher is 'key: person, owner';
comment on column assignments.snippets.ru is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.snippets.kk is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.snippets.en is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.snippets.made_at is 'data: learning.feedback; export: yes; erase: row';
