-- Why: a question one wants to look at again before submitting is marked, and the mark is there on every device.
create table assessment.flags (
  site text not null, id uuid not null, attempt uuid not null, question uuid not null, at timestamptz not null,
  primary key (site, id), unique (site, attempt, question), foreign key (site, attempt) references assessment.attempts, foreign key (site, question) references assessment.questions
);
select database.isolate('assessment.flags', 'select, insert, delete');
create index flags_by_question on assessment.flags (site, question);
comment on column assessment.flags.id is 'key: own';
comment on column assessment.flags.attempt is 'key: assessment.attempts';
comment on column assessment.flags.question is 'key: assessment.questions';
comment on column assessment.flags.at is 'data: learning.results; export: yes; erase: row';
