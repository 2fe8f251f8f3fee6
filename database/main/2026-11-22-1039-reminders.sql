-- Why: a course that takes nobody now stays in the catalogue, and whoever waits for it is told once when it opens.
create table catalogue.reminders (
  site text not null, id uuid not null, person uuid not null, course uuid not null, at timestamptz not null,
  primary key (site, id), unique (site, person, course), foreign key (site, person) references accounts.people, foreign key (site, course) references courses.courses
);
select database.isolate('catalogue.reminders', 'select, insert, delete');
create index reminders_by_course on catalogue.reminders (site, course);
comment on column catalogue.reminders.id is 'key: own';
comment on column catalogue.reminders.person is 'key: person, owner';
comment on column catalogue.reminders.course is 'key: courses.courses';
comment on column catalogue.reminders.at is 'data: learning.choice; export: yes; erase: row';
