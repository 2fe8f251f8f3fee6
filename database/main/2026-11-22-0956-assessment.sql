-- Why: tests. An attempt is a list of steps that is only added to; what was asked is pinned; a new grading is a new row.
create schema assessment;

-- The question bank. A question never changes: a corrected one is a new row under the same name, so an attempt keeps what it was asked.
create table assessment.questions (
  site text not null, id uuid not null, course uuid not null, name text not null, fingerprint text not null, kind text not null,
  asked jsonb not null, answer jsonb not null, made_at timestamptz not null,
  primary key (site, id), unique (site, course, name, fingerprint), foreign key (site, course) references courses.courses
);
select database.isolate('assessment.questions', 'select, insert');
comment on column assessment.questions.id is 'key: own';
comment on column assessment.questions.course is 'key: courses.courses';
comment on column assessment.questions.name is 'fact: name in the course, the same in every version';
comment on column assessment.questions.fingerprint is 'fact: hash of its content';
comment on column assessment.questions.kind is 'fact: how it is answered';
comment on column assessment.questions.asked is 'fact: what a browser may know of it, in each language';
comment on column assessment.questions.answer is 'fact: the right answer and its explanation, never sent before an answer is given';
comment on column assessment.questions.made_at is 'fact: when it came into the school';

create table assessment.tests (
  site text not null, id uuid not null, version uuid not null, slug text not null, title jsonb not null,
  pass_at smallint not null check (pass_at between 0 and 100), attempts_allowed smallint not null, limit_minutes double precision,
  primary key (site, id), unique (site, version, slug), foreign key (site, version) references courses.versions
);
select database.isolate('assessment.tests', 'select, insert');
comment on column assessment.tests.id is 'key: own';
comment on column assessment.tests.version is 'key: courses.versions';
comment on column assessment.tests.slug is 'fact: name in the address';
comment on column assessment.tests.pass_at is 'fact: the percentage that passes';
comment on column assessment.tests.title is 'fact: teaching material';
comment on column assessment.tests.attempts_allowed is 'fact: how often it may be taken';
comment on column assessment.tests.limit_minutes is 'fact: how long an attempt stays open; empty: without limit';

create table assessment.test_questions (
  site text not null, test uuid not null, position int not null, question uuid not null, points double precision not null,
  primary key (site, test, position), unique (site, test, question),
  foreign key (site, test) references assessment.tests, foreign key (site, question) references assessment.questions
);
select database.isolate('assessment.test_questions', 'select, insert');
comment on column assessment.test_questions.test is 'key: assessment.tests';
comment on column assessment.test_questions.position is 'key: own';
comment on column assessment.test_questions.question is 'key: assessment.questions';
comment on column assessment.test_questions.points is 'fact: how much the question counts';

create table assessment.attempts (
  site text not null, id uuid not null, enrolment uuid not null, test uuid not null, number int not null, seed int not null, language text not null,
  started_at timestamptz not null, submitted_at timestamptz,
  primary key (site, id), unique (site, enrolment, test, number),
  foreign key (site, enrolment) references enrolment.enrolments, foreign key (site, test) references assessment.tests
);
select database.isolate('assessment.attempts');
create index attempts_by_test on assessment.attempts (site, test);
comment on column assessment.attempts.id is 'key: own';
comment on column assessment.attempts.enrolment is 'key: enrolment.enrolments';
comment on column assessment.attempts.test is 'key: assessment.tests';
comment on column assessment.attempts.number is 'data: learning.results; export: yes; erase: row';
comment on column assessment.attempts.seed is 'fact: the order in which options were shown';
comment on column assessment.attempts.language is 'fact: in which language it was asked';
comment on column assessment.attempts.started_at is 'data: learning.results; export: yes; erase: row';
comment on column assessment.attempts.submitted_at is 'data: learning.results; export: yes; erase: row';

-- Only added to: the same question answered twice is two steps, and the later one counts.
create table assessment.steps (
  site text not null, id uuid not null, attempt uuid not null, number bigint generated always as identity, question uuid not null, answer database.sealed not null, at timestamptz not null,
  primary key (site, id), foreign key (site, attempt) references assessment.attempts, foreign key (site, question) references assessment.questions
);
select database.isolate('assessment.steps', 'select, insert, delete');
create index steps_by_attempt on assessment.steps (site, attempt, question, number);
comment on column assessment.steps.id is 'key: own';
comment on column assessment.steps.attempt is 'key: assessment.attempts';
comment on column assessment.steps.number is 'fact: order of writing';
comment on column assessment.steps.question is 'key: assessment.questions';
comment on column assessment.steps.answer is 'data: learning.results; export: yes; erase: row; sealed';
comment on column assessment.steps.at is 'data: learning.results; export: yes; erase: row';

-- Fraction of the points, mark in points and grade in percent are kept apart. Grading again adds a row and changes none.
create table assessment.gradings (
  site text not null, id uuid not null, attempt uuid not null, number int not null, why text not null check (why in ('submitted', 'regraded')), scorer smallint not null,
  fraction double precision not null, mark double precision not null, out_of double precision not null, grade smallint not null, passed boolean not null, at timestamptz not null,
  primary key (site, id), unique (site, attempt, number), foreign key (site, attempt) references assessment.attempts
);
select database.isolate('assessment.gradings', 'select, insert, delete');
comment on column assessment.gradings.id is 'key: own';
comment on column assessment.gradings.attempt is 'key: assessment.attempts';
comment on column assessment.gradings.number is 'fact: first grading, second grading';
comment on column assessment.gradings.why is 'fact: on submission, or because a question was corrected';
comment on column assessment.gradings.scorer is 'fact: version of the rules of scoring';
comment on column assessment.gradings.fraction is 'data: learning.results; export: yes; erase: row';
comment on column assessment.gradings.mark is 'data: learning.results; export: yes; erase: row';
comment on column assessment.gradings.out_of is 'data: learning.results; export: yes; erase: row';
comment on column assessment.gradings.grade is 'data: learning.results; export: yes; erase: row';
comment on column assessment.gradings.passed is 'data: learning.results; export: yes; erase: row';
comment on column assessment.gradings.at is 'data: learning.results; export: yes; erase: row';

create table assessment.marks (
  site text not null, id uuid not null, grading uuid not null, asked uuid not null, question uuid not null, fraction double precision not null, mark double precision not null, points double precision not null,
  primary key (site, id), unique (site, grading, asked), foreign key (site, grading) references assessment.gradings,
  foreign key (site, asked) references assessment.questions, foreign key (site, question) references assessment.questions
);
select database.isolate('assessment.marks', 'select, insert, delete');
comment on column assessment.marks.id is 'key: own';
comment on column assessment.marks.grading is 'key: assessment.gradings';
comment on column assessment.marks.asked is 'key: assessment.questions';
comment on column assessment.marks.question is 'key: assessment.questions';
comment on column assessment.marks.fraction is 'data: learning.results; export: yes; erase: row';
comment on column assessment.marks.mark is 'data: learning.results; export: yes; erase: row';
comment on column assessment.marks.points is 'fact: how much the question counted';

-- Answers to the questions inside a lesson. The first answer stays: it is what was known then.
create table assessment.checks (
  site text not null, id uuid not null, enrolment uuid not null, question uuid not null, answer database.sealed not null, fraction double precision not null, at timestamptz not null,
  primary key (site, id), unique (site, enrolment, question), foreign key (site, enrolment) references enrolment.enrolments,
  foreign key (site, question) references assessment.questions
);
select database.isolate('assessment.checks');
comment on column assessment.checks.id is 'key: own';
comment on column assessment.checks.enrolment is 'key: enrolment.enrolments';
comment on column assessment.checks.question is 'key: assessment.questions';
comment on column assessment.checks.answer is 'data: learning.results; export: yes; erase: row; sealed';
comment on column assessment.checks.fraction is 'data: learning.results; export: yes; erase: row';
comment on column assessment.checks.at is 'data: learning.results; export: yes; erase: row';
