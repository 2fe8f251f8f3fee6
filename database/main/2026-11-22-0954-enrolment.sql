-- Why: who learns what, and how far they are. The enrolment is the key of all progress, attempts, submissions and certificates.
-- Its id is a hash of the person and the run, so that every module can ask for what belongs to it in the same round trip.
create schema enrolment;

create table enrolment.enrolments (
  site text not null, id uuid not null, person uuid not null, run uuid not null, run_name text not null, course text not null, language text not null, version uuid,
  enrolled_at timestamptz not null, ends_at timestamptz, left_at timestamptz, completed_at timestamptz,
  primary key (site, id), unique (site, person, run), foreign key (site, person) references accounts.people,
  foreign key (site, run) references courses.runs, foreign key (site, version) references courses.versions
);
select database.isolate('enrolment.enrolments');
create index enrolments_by_run on enrolment.enrolments (site, run);
comment on column enrolment.enrolments.id is 'key: own';
comment on column enrolment.enrolments.person is 'key: person, owner';
comment on column enrolment.enrolments.run is 'key: courses.runs';
comment on column enrolment.enrolments.version is 'key: courses.versions';
comment on column enrolment.enrolments.run_name is 'fact: name of the run in the address';
comment on column enrolment.enrolments.course is 'fact: name of the course';
comment on column enrolment.enrolments.language is 'fact: in which language it is learnt';
comment on column enrolment.enrolments.enrolled_at is 'data: learning.choice; export: yes; erase: row';
comment on column enrolment.enrolments.ends_at is 'data: learning.choice; export: yes; erase: row';
comment on column enrolment.enrolments.left_at is 'data: learning.choice; export: yes; erase: row';
comment on column enrolment.enrolments.completed_at is 'data: learning.progress; export: yes; erase: row';

create table enrolment.completions (
  site text not null, id uuid not null, enrolment uuid not null, kind text not null check (kind in ('lesson', 'module', 'test', 'assignment', 'course')),
  item text not null, evidence uuid, at timestamptz not null,
  primary key (site, id), unique (site, enrolment, kind, item), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('enrolment.completions');
comment on column enrolment.completions.id is 'key: own';
comment on column enrolment.completions.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.completions.kind is 'fact: lesson, module, test, assignment or the whole course';
comment on column enrolment.completions.item is 'fact: its name in the course';
comment on column enrolment.completions.evidence is 'fact: the attempt or submission it was earned by';
comment on column enrolment.completions.at is 'data: learning.progress; export: yes; erase: row';

-- Which rule of the version was met by which completion, as it stood at the moment the course was completed.
create table enrolment.evidence (
  site text not null, id uuid not null, enrolment uuid not null, rule text not null, met_by uuid, at timestamptz not null,
  primary key (site, id), unique (site, enrolment, rule), foreign key (site, enrolment) references enrolment.enrolments,
  foreign key (site, met_by) references enrolment.completions on delete set null (met_by)
);
select database.isolate('enrolment.evidence');
comment on column enrolment.evidence.id is 'key: own';
comment on column enrolment.evidence.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.evidence.rule is 'fact: the rule of completion';
comment on column enrolment.evidence.met_by is 'key: enrolment.completions, mention';
comment on column enrolment.evidence.at is 'data: learning.progress; export: yes; erase: row';

-- One row, written over: where to go on. No history is kept here.
create table enrolment.positions (
  site text not null, enrolment uuid not null, lesson text not null, place int not null, at timestamptz not null,
  primary key (site, enrolment), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('enrolment.positions');
comment on column enrolment.positions.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.positions.lesson is 'fact: the lesson last opened';
comment on column enrolment.positions.place is 'fact: the section of it last reached';
comment on column enrolment.positions.at is 'data: learning.progress; export: yes; erase: row';

-- Written only in a school whose policy names the history of views.
create table enrolment.views (
  site text not null, id uuid not null, enrolment uuid not null, kind text not null check (kind in ('lesson', 'file')), item text not null, at timestamptz not null,
  primary key (site, id), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('enrolment.views');
create index views_by_enrolment on enrolment.views (site, enrolment, at);
comment on column enrolment.views.id is 'key: own';
comment on column enrolment.views.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.views.kind is 'fact: a lesson viewed or a file downloaded';
comment on column enrolment.views.item is 'fact: which one';
comment on column enrolment.views.at is 'data: learning.progress; export: yes; erase: row';

-- Written only in a school whose policy names the time spent.
create table enrolment.days (
  site text not null, id uuid not null, enrolment uuid not null, day date not null, seconds int not null, last_at timestamptz not null,
  primary key (site, id), unique (site, enrolment, day), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('enrolment.days');
comment on column enrolment.days.id is 'key: own';
comment on column enrolment.days.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.days.day is 'data: learning.progress; export: yes; erase: row';
comment on column enrolment.days.seconds is 'data: learning.progress; export: yes; erase: row';
comment on column enrolment.days.last_at is 'data: learning.progress; export: yes; erase: row';

-- Written only in a school whose policy names achievements.
create table enrolment.achievements (
  site text not null, id uuid not null, enrolment uuid not null, kind text not null check (kind in ('first-lesson', 'test-without-mistake', 'course-completed')), at timestamptz not null,
  primary key (site, id), unique (site, enrolment, kind), foreign key (site, enrolment) references enrolment.enrolments
);
select database.isolate('enrolment.achievements');
comment on column enrolment.achievements.id is 'key: own';
comment on column enrolment.achievements.enrolment is 'key: enrolment.enrolments';
comment on column enrolment.achievements.kind is 'fact: what was achieved';
comment on column enrolment.achievements.at is 'data: learning.progress; export: yes; erase: row';
