-- Written by `npm run tables` from the migrated database. Do not edit.

create table enrolment.achievements (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  kind text not null, -- fact: what was achieved
  at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  unique (site, enrolment, kind),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  check ((kind = ANY (ARRAY['first-lesson'::text, 'test-without-mistake'::text, 'course-completed'::text])))
);

create table enrolment.completions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  kind text not null, -- fact: lesson, module, test, assignment or the whole course
  item text not null, -- fact: its name in the course
  evidence uuid, -- fact: the attempt or submission it was earned by
  at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  unique (site, enrolment, kind, item),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  check ((kind = ANY (ARRAY['lesson'::text, 'module'::text, 'test'::text, 'assignment'::text, 'course'::text])))
);

create table enrolment.days (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  day date not null, -- data: learning.progress; export: yes; erase: row
  seconds integer not null, -- data: learning.progress; export: yes; erase: row
  last_at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  unique (site, enrolment, day),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id)
);

create table enrolment.enrolments (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  run uuid not null, -- key: courses.runs
  run_name text not null, -- fact: name of the run in the address
  course text not null, -- fact: name of the course
  language text not null, -- fact: in which language it is learnt
  version uuid, -- key: courses.versions
  enrolled_at timestamp with time zone not null, -- data: learning.choice; export: yes; erase: row
  ends_at timestamp with time zone, -- data: learning.choice; export: yes; erase: row
  left_at timestamp with time zone, -- data: learning.choice; export: yes; erase: row
  completed_at timestamp with time zone, -- data: learning.progress; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, run) REFERENCES courses.runs(site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id)
);
create index enrolments_by_person ON enrolment.enrolments USING btree (site, person, run);
create index enrolments_by_run ON enrolment.enrolments USING btree (site, run);

create table enrolment.evidence (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  rule text not null, -- fact: the rule of completion
  met_by uuid, -- key: enrolment.completions, mention
  at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  unique (site, enrolment, rule),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  foreign key (site, met_by) REFERENCES enrolment.completions(site, id) ON DELETE SET NULL (met_by)
);

create table enrolment.positions (
  site text not null default database.current_site(), -- key: site
  enrolment uuid not null, -- key: enrolment.enrolments
  lesson text not null, -- fact: the lesson last opened
  place integer not null, -- fact: the section of it last reached
  at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  primary key (site, enrolment),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id)
);

create table enrolment.views (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  kind text not null, -- fact: a lesson viewed or a file downloaded
  item text not null, -- fact: which one
  at timestamp with time zone not null, -- data: learning.progress; export: yes; erase: row
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  check ((kind = ANY (ARRAY['lesson'::text, 'file'::text])))
);
create index views_by_enrolment ON enrolment.views USING btree (site, enrolment, at);
