-- Why: whoever learns writes beside a lesson, for themselves alone.
-- Safe on a live system: a new table only.
create schema notes;

create table notes.notes (
  site text not null, id uuid not null, enrolment uuid not null, lesson text not null, words database.sealed not null, saving uuid not null, written_at timestamptz not null,
  primary key (site, id), unique (site, enrolment, lesson), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('notes.notes');
comment on column notes.notes.id is 'key: own';
comment on column notes.notes.enrolment is 'key: enrolment.enrolments';
comment on column notes.notes.lesson is 'fact: the lesson it stands beside';
comment on column notes.notes.words is 'data: learning.notes; export: yes; erase: row; sealed';
comment on column notes.notes.saving is 'fact: which saving this is: a window that knows an earlier one does not write over it';
comment on column notes.notes.written_at is 'data: learning.notes; export: yes; erase: row';
