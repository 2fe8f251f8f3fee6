-- Why: what a school teaches. Content is versioned: a version never changes, draft and published are pointers, and every move of a pointer is written down.
create schema courses;

create table courses.courses (
  site text not null, id uuid not null, slug text not null, position int not null, added_at timestamptz not null,
  primary key (site, id), unique (site, slug)
);
select database.isolate('courses.courses', 'select, insert, update');
comment on column courses.courses.id is 'key: own';
comment on column courses.courses.slug is 'fact: name in the address';
comment on column courses.courses.position is 'fact: order in the catalogue';
comment on column courses.courses.added_at is 'fact: when the school began to keep it';

create table courses.versions (
  site text not null, id uuid not null, course uuid not null, number int not null, fingerprint text not null,
  level text not null, languages text[] not null, minutes int not null, about jsonb not null, made_at timestamptz not null,
  primary key (site, id), unique (site, course, number), unique (site, course, fingerprint),
  foreign key (site, course) references courses.courses
);
select database.isolate('courses.versions', 'select, insert');
comment on column courses.versions.id is 'key: own';
comment on column courses.versions.course is 'key: courses.courses';
comment on column courses.versions.number is 'fact: first, second, third version of the course';
comment on column courses.versions.fingerprint is 'fact: hash of the whole content: the same folder makes no second version';
comment on column courses.versions.level is 'fact: for whom it is meant';
comment on column courses.versions.languages is 'fact: in which languages it is complete';
comment on column courses.versions.minutes is 'fact: how long it takes';
comment on column courses.versions.about is 'fact: title, outcome, teachers, rules of completion, in each language';
comment on column courses.versions.made_at is 'fact: when this version came into the school';

create table courses.pointers (
  site text not null, course uuid not null, draft uuid, published uuid,
  primary key (site, course), foreign key (site, course) references courses.courses,
  foreign key (site, draft) references courses.versions, foreign key (site, published) references courses.versions
);
select database.isolate('courses.pointers', 'select, insert, update');
comment on column courses.pointers.course is 'key: courses.courses';
comment on column courses.pointers.draft is 'key: courses.versions';
comment on column courses.pointers.published is 'key: courses.versions';

create table courses.publish_log (
  site text not null, id uuid not null, course uuid not null, act text not null check (act in ('imported', 'published', 'unpublished')),
  version uuid, before uuid, at timestamptz not null, person uuid,
  primary key (site, id), foreign key (site, course) references courses.courses,
  foreign key (site, version) references courses.versions, foreign key (site, before) references courses.versions,
  foreign key (site, person) references accounts.people on delete set null (person)
);
-- The one column that may change is the mention of a person who has gone.
select database.isolate('courses.publish_log', 'select, insert, update (person)');
create index publish_log_by_course on courses.publish_log (site, course, at);
comment on column courses.publish_log.id is 'key: own';
comment on column courses.publish_log.course is 'key: courses.courses';
comment on column courses.publish_log.act is 'fact: what happened to the pointers';
comment on column courses.publish_log.version is 'key: courses.versions';
comment on column courses.publish_log.before is 'key: courses.versions';
comment on column courses.publish_log.at is 'fact: when';
comment on column courses.publish_log.person is 'key: person, mention';

create table courses.modules (
  site text not null, id uuid not null, version uuid not null, slug text not null, position int not null, title jsonb not null,
  primary key (site, id), unique (site, version, slug), foreign key (site, version) references courses.versions
);
select database.isolate('courses.modules', 'select, insert');
comment on column courses.modules.id is 'key: own';
comment on column courses.modules.version is 'key: courses.versions';
comment on column courses.modules.slug is 'fact: name in the folder';
comment on column courses.modules.position is 'fact: order in the course';
comment on column courses.modules.title is 'fact: teaching material';

create table courses.lessons (
  site text not null, id uuid not null, version uuid not null, module uuid not null, slug text not null, position int not null,
  title jsonb not null, minutes int not null, free boolean not null, figures jsonb not null, checks jsonb not null,
  primary key (site, id), unique (site, version, slug),
  foreign key (site, version) references courses.versions, foreign key (site, module) references courses.modules
);
select database.isolate('courses.lessons', 'select, insert');
comment on column courses.lessons.id is 'key: own';
comment on column courses.lessons.version is 'key: courses.versions';
comment on column courses.lessons.module is 'key: courses.modules';
comment on column courses.lessons.slug is 'fact: name in the address, the same in every version';
comment on column courses.lessons.position is 'fact: order in the course';
comment on column courses.lessons.title is 'fact: teaching material';
comment on column courses.lessons.minutes is 'fact: how long it takes';
comment on column courses.lessons.free is 'fact: open to everyone';
comment on column courses.lessons.checks is 'fact: what a browser may know of the questions in its text';
comment on column courses.lessons.figures is 'fact: the drawings its text shows, with their words in each language';

create table courses.lesson_texts (
  site text not null, lesson uuid not null, language text not null, blocks jsonb not null,
  primary key (site, lesson, language), foreign key (site, lesson) references courses.lessons
);
select database.isolate('courses.lesson_texts', 'select, insert');
comment on column courses.lesson_texts.lesson is 'key: courses.lessons';
comment on column courses.lesson_texts.language is 'fact: ru, kk or en';
comment on column courses.lesson_texts.blocks is 'fact: teaching material, a tree of blocks without right answers';

create table courses.runs (
  site text not null, id uuid not null, course uuid not null, version uuid not null, slug text not null,
  opens_at timestamptz not null, closes_at timestamptz, access_days int check (access_days > 0), answer_days int not null default 3,
  primary key (site, id), unique (site, slug),
  foreign key (site, course) references courses.courses, foreign key (site, version) references courses.versions
);
select database.isolate('courses.runs', 'select, insert, update');
create index runs_by_course on courses.runs (site, course);
comment on column courses.runs.id is 'key: own';
comment on column courses.runs.course is 'key: courses.courses';
comment on column courses.runs.version is 'key: courses.versions';
comment on column courses.runs.slug is 'fact: name in the address';
comment on column courses.runs.opens_at is 'fact: from when one may enrol';
comment on column courses.runs.closes_at is 'fact: until when one may enrol';
comment on column courses.runs.access_days is 'fact: how many days the content stays open after enrolment';
comment on column courses.runs.answer_days is 'fact: within how many working days a work is reviewed';

create table courses.teachers (
  site text not null, id uuid not null, run uuid not null, person uuid, since timestamptz not null,
  primary key (site, id), unique (site, run, person), foreign key (site, run) references courses.runs,
  foreign key (site, person) references accounts.people on delete set null (person)
);
select database.isolate('courses.teachers');
create index teachers_by_person on courses.teachers (site, person);
comment on column courses.teachers.id is 'key: own';
comment on column courses.teachers.run is 'key: courses.runs';
comment on column courses.teachers.person is 'key: person, mention';
comment on column courses.teachers.since is 'fact: since when this run is taught by them';
