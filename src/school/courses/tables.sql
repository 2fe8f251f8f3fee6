-- Written by `npm run tables` from the migrated database. Do not edit.

create table courses.courses (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  slug text not null, -- fact: name in the address
  position integer not null, -- fact: order in the catalogue
  added_at timestamp with time zone not null, -- fact: when the school began to keep it
  unique (site, slug),
  primary key (site, id)
);

create table courses.lesson_texts (
  site text not null default database.current_site(), -- key: site
  lesson uuid not null, -- key: courses.lessons
  language text not null, -- fact: ru, kk or en
  blocks jsonb not null, -- fact: teaching material, a tree of blocks without right answers
  primary key (site, lesson, language),
  foreign key (site, lesson) REFERENCES courses.lessons(site, id)
);

create table courses.lessons (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  version uuid not null, -- key: courses.versions
  module uuid not null, -- key: courses.modules
  slug text not null, -- fact: name in the address, the same in every version
  position integer not null, -- fact: order in the course
  title jsonb not null, -- fact: teaching material
  minutes integer not null, -- fact: how long it takes
  free boolean not null, -- fact: open to everyone
  figures jsonb not null, -- fact: the drawings its text shows, with their words in each language
  checks jsonb not null, -- fact: what a browser may know of the questions in its text
  videos jsonb not null, -- fact: the videos its text shows, with captions and transcripts, their bytes by hash
  unique (site, version, slug),
  primary key (site, id),
  foreign key (site, module) REFERENCES courses.modules(site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id)
);

create table courses.media (
  site text not null default database.current_site(), -- key: site
  hash text not null, -- key: own
  type text not null, -- fact: media type
  bytes bytea not null, -- fact: teaching material, a video or its poster
  primary key (site, hash),
  check ((hash ~ '^[0-9a-f]{64}$'::text))
);

create table courses.modules (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  version uuid not null, -- key: courses.versions
  slug text not null, -- fact: name in the folder
  position integer not null, -- fact: order in the course
  title jsonb not null, -- fact: teaching material
  unique (site, version, slug),
  primary key (site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id)
);

create table courses.pointers (
  site text not null default database.current_site(), -- key: site
  course uuid not null, -- key: courses.courses
  draft uuid, -- key: courses.versions
  published uuid, -- key: courses.versions
  primary key (site, course),
  foreign key (site, course) REFERENCES courses.courses(site, id),
  foreign key (site, draft) REFERENCES courses.versions(site, id),
  foreign key (site, published) REFERENCES courses.versions(site, id)
);

create table courses.publish_log (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  course uuid not null, -- key: courses.courses
  act text not null, -- fact: what happened to the pointers
  version uuid, -- key: courses.versions
  before uuid, -- key: courses.versions
  at timestamp with time zone not null, -- fact: when
  person uuid, -- key: person, mention
  primary key (site, id),
  foreign key (site, before) REFERENCES courses.versions(site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id) ON DELETE SET NULL (person),
  foreign key (site, version) REFERENCES courses.versions(site, id),
  check ((act = ANY (ARRAY['imported'::text, 'published'::text, 'unpublished'::text])))
);
create index publish_log_by_course ON courses.publish_log USING btree (site, course, at);

create table courses.runs (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  course uuid not null, -- key: courses.courses
  version uuid not null, -- key: courses.versions
  slug text not null, -- fact: name in the address
  opens_at timestamp with time zone not null, -- fact: from when one may enrol
  closes_at timestamp with time zone, -- fact: until when one may enrol
  access_days integer, -- fact: how many days the content stays open after enrolment
  answer_days integer not null default 3, -- fact: within how many working days a work is reviewed
  unique (site, slug),
  primary key (site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id),
  check ((access_days > 0))
);
create index runs_by_course ON courses.runs USING btree (site, course);

create table courses.teachers (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  run uuid not null, -- key: courses.runs
  person uuid, -- key: person, mention
  since timestamp with time zone not null, -- fact: since when this run is taught by them
  unique (site, run, person),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id) ON DELETE SET NULL (person),
  foreign key (site, run) REFERENCES courses.runs(site, id)
);
create index teachers_by_person ON courses.teachers USING btree (site, person);

create table courses.versions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  course uuid not null, -- key: courses.courses
  number integer not null, -- fact: first, second, third version of the course
  fingerprint text not null, -- fact: hash of the whole content: the same folder makes no second version
  level text not null, -- fact: for whom it is meant
  languages text[] not null, -- fact: in which languages it is complete
  minutes integer not null, -- fact: how long it takes
  about jsonb not null, -- fact: title, outcome, teachers, rules of completion, in each language
  made_at timestamp with time zone not null, -- fact: when this version came into the school
  samples jsonb not null, -- fact: works that show what one will make, with their drawings
  outline jsonb not null, -- fact: its modules and lessons by name, title and length, in order
  cover jsonb, -- fact: the drawing on its card, if it has one
  unique (site, course, fingerprint),
  unique (site, course, number),
  primary key (site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id)
);
