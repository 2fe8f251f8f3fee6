-- Written by `npm run tables` from the migrated database. Do not edit.

create table assessment.attempts (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  test uuid not null, -- key: assessment.tests
  number integer not null, -- data: learning.results; export: yes; erase: row
  seed integer not null, -- fact: the order in which options were shown
  language text not null, -- fact: in which language it was asked
  started_at timestamp with time zone not null, -- data: learning.results; export: yes; erase: row
  submitted_at timestamp with time zone, -- data: learning.results; export: yes; erase: row
  unique (site, enrolment, test, number),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  foreign key (site, test) REFERENCES assessment.tests(site, id)
);
create index attempts_by_test ON assessment.attempts USING btree (site, test);

create table assessment.checks (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  question uuid not null, -- key: assessment.questions
  answer database.sealed not null, -- data: learning.results; export: yes; erase: row; sealed
  fraction double precision not null, -- data: learning.results; export: yes; erase: row
  at timestamp with time zone not null, -- data: learning.results; export: yes; erase: row
  unique (site, enrolment, question),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  foreign key (site, question) REFERENCES assessment.questions(site, id)
);

create table assessment.flags (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  attempt uuid not null, -- key: assessment.attempts
  question uuid not null, -- key: assessment.questions
  at timestamp with time zone not null, -- data: learning.results; export: yes; erase: row
  unique (site, attempt, question),
  primary key (site, id),
  foreign key (site, attempt) REFERENCES assessment.attempts(site, id),
  foreign key (site, question) REFERENCES assessment.questions(site, id)
);
create index flags_by_question ON assessment.flags USING btree (site, question);

create table assessment.gradings (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  attempt uuid not null, -- key: assessment.attempts
  number integer not null, -- fact: first grading, second grading
  why text not null, -- fact: on submission, or because a question was corrected
  scorer smallint not null, -- fact: version of the rules of scoring
  fraction double precision not null, -- data: learning.results; export: yes; erase: row
  mark double precision not null, -- data: learning.results; export: yes; erase: row
  out_of double precision not null, -- data: learning.results; export: yes; erase: row
  grade smallint not null, -- data: learning.results; export: yes; erase: row
  passed boolean not null, -- data: learning.results; export: yes; erase: row
  at timestamp with time zone not null, -- data: learning.results; export: yes; erase: row
  unique (site, attempt, number),
  primary key (site, id),
  foreign key (site, attempt) REFERENCES assessment.attempts(site, id),
  check ((why = ANY (ARRAY['submitted'::text, 'regraded'::text])))
);

create table assessment.marks (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  grading uuid not null, -- key: assessment.gradings
  asked uuid not null, -- key: assessment.questions
  question uuid not null, -- key: assessment.questions
  fraction double precision not null, -- data: learning.results; export: yes; erase: row
  mark double precision not null, -- data: learning.results; export: yes; erase: row
  points double precision not null, -- fact: how much the question counted
  unique (site, grading, asked),
  primary key (site, id),
  foreign key (site, asked) REFERENCES assessment.questions(site, id),
  foreign key (site, grading) REFERENCES assessment.gradings(site, id),
  foreign key (site, question) REFERENCES assessment.questions(site, id)
);

create table assessment.questions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  course uuid not null, -- key: courses.courses
  name text not null, -- fact: name in the course, the same in every version
  fingerprint text not null, -- fact: hash of its content
  kind text not null, -- fact: how it is answered
  asked jsonb not null, -- fact: what a browser may know of it, in each language
  answer jsonb not null, -- fact: the right answer and its explanation, never sent before an answer is given
  made_at timestamp with time zone not null, -- fact: when it came into the school
  unique (site, course, name, fingerprint),
  primary key (site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id)
);

create table assessment.steps (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  attempt uuid not null, -- key: assessment.attempts
  number bigint not null generated always as identity, -- fact: order of writing
  question uuid not null, -- key: assessment.questions
  answer database.sealed not null, -- data: learning.results; export: yes; erase: row; sealed
  at timestamp with time zone not null, -- data: learning.results; export: yes; erase: row
  primary key (site, id),
  foreign key (site, attempt) REFERENCES assessment.attempts(site, id),
  foreign key (site, question) REFERENCES assessment.questions(site, id)
);
create index steps_by_attempt ON assessment.steps USING btree (site, attempt, question, number);

create table assessment.test_questions (
  site text not null default database.current_site(), -- key: site
  test uuid not null, -- key: assessment.tests
  position integer not null, -- key: own
  question uuid not null, -- key: assessment.questions
  points double precision not null, -- fact: how much the question counts
  unique (site, test, question),
  primary key (site, test, "position"),
  foreign key (site, question) REFERENCES assessment.questions(site, id),
  foreign key (site, test) REFERENCES assessment.tests(site, id)
);

create table assessment.tests (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  version uuid not null, -- key: courses.versions
  slug text not null, -- fact: name in the address
  title jsonb not null, -- fact: teaching material
  pass_at smallint not null, -- fact: the percentage that passes
  attempts_allowed smallint not null, -- fact: how often it may be taken
  limit_minutes double precision, -- fact: how long an attempt stays open; empty: without limit
  unique (site, version, slug),
  primary key (site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id),
  check (((pass_at >= 0) AND (pass_at <= 100)))
);
