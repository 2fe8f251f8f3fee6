-- Why: assignments of a course, the works learners hand in, and what teachers say about them.
-- Safe on a live system: new tables only.
create schema assignments;

-- Never changed: a work is judged by the criteria it was made for, whatever the course says later.
create table assignments.rubrics (
  site text not null, id uuid not null, fingerprint text not null, criteria jsonb not null,
  primary key (site, id), unique (site, fingerprint)
);
select database.isolate('assignments.rubrics', 'select, insert');
comment on column assignments.rubrics.id is 'key: own';
comment on column assignments.rubrics.fingerprint is 'fact: hash of the criteria, so that the same ones are one version';
comment on column assignments.rubrics.criteria is 'fact: teaching material';

create table assignments.assignments (
  site text not null, id uuid not null, version uuid not null, rubric uuid not null, kind text not null check (kind in ('photo', 'text', 'file', 'code')),
  title jsonb not null, task jsonb not null, attempts int not null check (attempts > 0), pass_at int not null check (pass_at between 1 and 100),
  primary key (site, id), unique (site, version),
  foreign key (site, version) references courses.versions, foreign key (site, rubric) references assignments.rubrics
);
select database.isolate('assignments.assignments', 'select, insert');
comment on column assignments.assignments.id is 'key: own';
comment on column assignments.assignments.version is 'key: courses.versions';
comment on column assignments.assignments.rubric is 'key: assignments.rubrics';
comment on column assignments.assignments.kind is 'fact: what is handed in';
comment on column assignments.assignments.title is 'fact: teaching material';
comment on column assignments.assignments.task is 'fact: teaching material';
comment on column assignments.assignments.attempts is 'fact: how often a work may be sent';
comment on column assignments.assignments.pass_at is 'fact: percent of the points that are needed';

create table assignments.dates (
  site text not null, run uuid not null, due_at timestamptz not null,
  primary key (site, run), foreign key (site, run) references courses.runs
);
select database.isolate('assignments.dates');
comment on column assignments.dates.run is 'key: courses.runs';
comment on column assignments.dates.due_at is 'fact: until when works of this run are expected';

-- One for each enrolment: everything sent, said and answered about one assignment.
create table assignments.works (
  site text not null, id uuid not null, person uuid not null, enrolment uuid, run uuid not null, assignment uuid not null,
  begun_at timestamptz not null, accepted_at timestamptz, held_by uuid, held_until timestamptz,
  primary key (site, id), unique (site, enrolment),
  foreign key (site, person) references accounts.people,
  foreign key (site, enrolment) references enrolment.enrolments on delete set null (enrolment),
  foreign key (site, run) references courses.runs, foreign key (site, assignment) references assignments.assignments,
  foreign key (site, held_by) references accounts.people on delete set null (held_by)
);
select database.isolate('assignments.works');
create index works_by_person on assignments.works (site, person);
create index works_by_run on assignments.works (site, run);
create index works_by_holder on assignments.works (site, held_by) where held_by is not null;
comment on column assignments.works.id is 'key: own';
comment on column assignments.works.person is 'key: person, owner';
comment on column assignments.works.enrolment is 'key: enrolment.enrolments, mention';
comment on column assignments.works.run is 'key: courses.runs';
comment on column assignments.works.assignment is 'key: assignments.assignments';
comment on column assignments.works.begun_at is 'data: learning.work; export: yes; erase: row';
comment on column assignments.works.accepted_at is 'data: learning.results; export: yes; erase: row';
comment on column assignments.works.held_by is 'key: person, mention';
comment on column assignments.works.held_until is 'fact: until when one teacher has it open for review';

-- What was sent, as it was sent: a second sending is a second row.
create table assignments.takes (
  site text not null, id uuid not null, work uuid not null, number int not null, words database.sealed, described database.sealed, file uuid, sent_at timestamptz not null,
  primary key (site, id), unique (site, work, number), foreign key (site, work) references assignments.works,
  foreign key (site, file) references files.files on delete set null (file)
);
select database.isolate('assignments.takes');
create index takes_by_file on assignments.takes (site, file) where file is not null;
comment on column assignments.takes.id is 'key: own';
comment on column assignments.takes.work is 'key: assignments.works';
comment on column assignments.takes.number is 'fact: first, second, third sending';
comment on column assignments.takes.words is 'data: learning.work; export: yes; erase: row; sealed';
comment on column assignments.takes.described is 'data: learning.work; export: yes; erase: row; sealed';
comment on column assignments.takes.file is 'key: files.files, mention';
comment on column assignments.takes.sent_at is 'data: learning.work; export: yes; erase: row';

-- A draft until it is given back; then it stays as it is.
create table assignments.reviews (
  site text not null, id uuid not null, take uuid not null, teacher uuid, words database.sealed, points int, out_of int not null,
  begun_at timestamptz not null, saved_at timestamptz not null, given_at timestamptz, accepted boolean,
  primary key (site, id), unique (site, take), foreign key (site, take) references assignments.takes,
  foreign key (site, teacher) references accounts.people on delete set null (teacher)
);
select database.isolate('assignments.reviews');
create index assignment_reviews_by_teacher on assignments.reviews (site, teacher) where teacher is not null;
comment on column assignments.reviews.id is 'key: own';
comment on column assignments.reviews.take is 'key: assignments.takes';
comment on column assignments.reviews.teacher is 'key: person, mention';
comment on column assignments.reviews.words is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.reviews.points is 'data: learning.results; export: yes; erase: row';
comment on column assignments.reviews.out_of is 'data: learning.results; export: yes; erase: row';
comment on column assignments.reviews.begun_at is 'data: learning.feedback; export: yes; erase: row';
comment on column assignments.reviews.saved_at is 'data: learning.feedback; export: yes; erase: row';
comment on column assignments.reviews.given_at is 'data: learning.feedback; export: yes; erase: row';
comment on column assignments.reviews.accepted is 'data: learning.results; export: yes; erase: row';

create table assignments.marks (
  site text not null, id uuid not null, review uuid not null, criterion text not null, points int, words database.sealed,
  primary key (site, id), unique (site, review, criterion), foreign key (site, review) references assignments.reviews
);
select database.isolate('assignments.marks');
comment on column assignments.marks.id is 'key: own';
comment on column assignments.marks.review is 'key: assignments.reviews';
comment on column assignments.marks.criterion is 'fact: which criterion of the rubric';
comment on column assignments.marks.points is 'data: learning.results; export: yes; erase: row';
comment on column assignments.marks.words is 'data: learning.feedback; export: yes; erase: row; sealed';

-- A numbered place in the work, a point of the photo or lines of the text, and what is said about it.
create table assignments.notes (
  site text not null, id uuid not null, review uuid not null, number int not null, place database.sealed not null, words database.sealed not null, made_at timestamptz not null,
  primary key (site, id), unique (site, review, number) deferrable, foreign key (site, review) references assignments.reviews
);
select database.isolate('assignments.notes');
comment on column assignments.notes.id is 'key: own';
comment on column assignments.notes.review is 'key: assignments.reviews';
comment on column assignments.notes.number is 'fact: its number on the work';
comment on column assignments.notes.place is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.notes.words is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.notes.made_at is 'data: learning.feedback; export: yes; erase: row';

create table assignments.replies (
  site text not null, id uuid not null, work uuid not null, note uuid, by_learner boolean not null, teacher uuid, words database.sealed not null, written_at timestamptz not null,
  primary key (site, id), foreign key (site, work) references assignments.works,
  foreign key (site, note) references assignments.notes on delete set null (note),
  foreign key (site, teacher) references accounts.people on delete set null (teacher)
);
select database.isolate('assignments.replies');
create index replies_by_work on assignments.replies (site, work, written_at);
create index replies_by_teacher on assignments.replies (site, teacher) where teacher is not null;
comment on column assignments.replies.id is 'key: own';
comment on column assignments.replies.work is 'key: assignments.works';
comment on column assignments.replies.note is 'key: assignments.notes, mention';
comment on column assignments.replies.by_learner is 'fact: whether the learner or a teacher wrote it';
comment on column assignments.replies.teacher is 'key: person, mention';
comment on column assignments.replies.words is 'data: learning.feedback; export: yes; erase: row; sealed';
comment on column assignments.replies.written_at is 'data: learning.feedback; export: yes; erase: row';
