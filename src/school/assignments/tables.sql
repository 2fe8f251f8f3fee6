-- Written by `npm run tables` from the migrated database. Do not edit.

create table assignments.assignments (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  version uuid not null, -- key: courses.versions
  rubric uuid not null, -- key: assignments.rubrics
  kind text not null, -- fact: what is handed in
  title jsonb not null, -- fact: teaching material
  task jsonb not null, -- fact: teaching material
  attempts integer not null, -- fact: how often a work may be sent
  pass_at integer not null, -- fact: percent of the points that are needed
  anonymous boolean not null default false, -- fact: whether works are reviewed without the name of the learner
  unique (site, version),
  primary key (site, id),
  foreign key (site, rubric) REFERENCES assignments.rubrics(site, id),
  foreign key (site, version) REFERENCES courses.versions(site, id),
  check (((pass_at >= 1) AND (pass_at <= 100))),
  check ((attempts > 0)),
  check ((kind = ANY (ARRAY['photo'::text, 'text'::text, 'file'::text, 'code'::text])))
);

create table assignments.dates (
  site text not null default database.current_site(), -- key: site
  run uuid not null, -- key: courses.runs
  due_at timestamp with time zone not null, -- fact: until when works of this run are expected
  primary key (site, run),
  foreign key (site, run) REFERENCES courses.runs(site, id)
);

create table assignments.marks (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  review uuid not null, -- key: assignments.reviews
  criterion text not null, -- fact: which criterion of the rubric
  points integer, -- data: learning.results; export: yes; erase: row
  words database.sealed, -- data: learning.feedback; export: yes; erase: row; sealed
  unique (site, review, criterion),
  primary key (site, id),
  foreign key (site, review) REFERENCES assignments.reviews(site, id)
);

create table assignments.naming (
  site text not null default database.current_site(), -- key: site
  run uuid not null, -- key: courses.runs
  anonymous boolean not null, -- fact: what the office decided for this run, whatever its course says
  primary key (site, run),
  foreign key (site, run) REFERENCES courses.runs(site, id)
);

create table assignments.notes (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  review uuid not null, -- key: assignments.reviews
  number integer not null, -- fact: its number on the work
  place database.sealed not null, -- data: learning.feedback; export: yes; erase: row; sealed
  words database.sealed not null, -- data: learning.feedback; export: yes; erase: row; sealed
  made_at timestamp with time zone not null, -- data: learning.feedback; export: yes; erase: row
  unique (site, review, number) DEFERRABLE,
  primary key (site, id),
  foreign key (site, review) REFERENCES assignments.reviews(site, id)
);

create table assignments.replies (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  work uuid not null, -- key: assignments.works
  note uuid, -- key: assignments.notes, mention
  by_learner boolean not null, -- fact: whether the learner or a teacher wrote it
  teacher uuid, -- key: person, mention
  words database.sealed not null, -- data: learning.feedback; export: yes; erase: row; sealed
  written_at timestamp with time zone not null, -- data: learning.feedback; export: yes; erase: row
  primary key (site, id),
  foreign key (site, note) REFERENCES assignments.notes(site, id) ON DELETE SET NULL (note),
  foreign key (site, teacher) REFERENCES accounts.people(site, id) ON DELETE SET NULL (teacher),
  foreign key (site, work) REFERENCES assignments.works(site, id)
);
create index replies_by_teacher ON assignments.replies USING btree (site, teacher) WHERE (teacher IS NOT NULL);
create index replies_by_work ON assignments.replies USING btree (site, work, written_at);

create table assignments.reviews (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  take uuid not null, -- key: assignments.takes
  teacher uuid, -- key: person, mention
  words database.sealed, -- data: learning.feedback; export: yes; erase: row; sealed
  points integer, -- data: learning.results; export: yes; erase: row
  out_of integer not null, -- data: learning.results; export: yes; erase: row
  begun_at timestamp with time zone not null, -- data: learning.feedback; export: yes; erase: row
  saved_at timestamp with time zone not null, -- data: learning.feedback; export: yes; erase: row
  given_at timestamp with time zone, -- data: learning.feedback; export: yes; erase: row
  accepted boolean, -- data: learning.results; export: yes; erase: row
  unique (site, take),
  primary key (site, id),
  foreign key (site, take) REFERENCES assignments.takes(site, id),
  foreign key (site, teacher) REFERENCES accounts.people(site, id) ON DELETE SET NULL (teacher)
);
create index assignment_reviews_by_teacher ON assignments.reviews USING btree (site, teacher) WHERE (teacher IS NOT NULL);

create table assignments.rubrics (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  fingerprint text not null, -- fact: hash of the criteria, so that the same ones are one version
  criteria jsonb not null, -- fact: teaching material
  unique (site, fingerprint),
  primary key (site, id)
);

create table assignments.showings (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  take uuid not null, -- key: assignments.takes
  statement database.sealed not null, -- data: consent.record; export: yes; erase: row; sealed
  wording integer not null, -- fact: the version of the statement
  language text not null, -- fact: the language of the statement
  policy_version integer not null, -- fact: the version of the policy the consent was asked under
  signed database.sealed, -- data: learning.work; export: yes; erase: row; sealed
  given_at timestamp with time zone not null, -- data: consent.record; export: yes; erase: row
  withdrawn_at timestamp with time zone, -- data: consent.record; export: yes; erase: row
  placed_at timestamp with time zone, -- data: learning.work; export: yes; erase: row
  placed_by uuid, -- key: person, mention
  primary key (site, id),
  foreign key (site, placed_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (placed_by),
  foreign key (site, take) REFERENCES assignments.takes(site, id)
);
create index showings_by_placer ON assignments.showings USING btree (site, placed_by) WHERE (placed_by IS NOT NULL);
create index showings_by_take ON assignments.showings USING btree (site, take);
create unique index showings_open ON assignments.showings USING btree (site, take) WHERE (withdrawn_at IS NULL);

create table assignments.snippets (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  teacher uuid not null, -- key: person, owner
  ru database.sealed, -- data: learning.feedback; export: yes; erase: row; sealed
  kk database.sealed, -- data: learning.feedback; export: yes; erase: row; sealed
  en database.sealed, -- data: learning.feedback; export: yes; erase: row; sealed
  made_at timestamp with time zone not null, -- data: learning.feedback; export: yes; erase: row
  primary key (site, id),
  foreign key (site, teacher) REFERENCES accounts.people(site, id),
  check ((num_nonnulls(ru, kk, en) > 0))
);
create index snippets_by_teacher ON assignments.snippets USING btree (site, teacher, made_at);

create table assignments.takes (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  work uuid not null, -- key: assignments.works
  number integer not null, -- fact: first, second, third sending
  words database.sealed, -- data: learning.work; export: yes; erase: row; sealed
  described database.sealed, -- data: learning.work; export: yes; erase: row; sealed
  file uuid, -- key: files.files, mention
  sent_at timestamp with time zone not null, -- data: learning.work; export: yes; erase: row
  unique (site, work, number),
  primary key (site, id),
  foreign key (site, file) REFERENCES files.files(site, id) ON DELETE SET NULL (file),
  foreign key (site, work) REFERENCES assignments.works(site, id)
);
create index takes_by_file ON assignments.takes USING btree (site, file) WHERE (file IS NOT NULL);

create table assignments.works (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  enrolment uuid, -- key: enrolment.enrolments, mention
  run uuid not null, -- key: courses.runs
  assignment uuid not null, -- key: assignments.assignments
  begun_at timestamp with time zone not null, -- data: learning.work; export: yes; erase: row
  accepted_at timestamp with time zone, -- data: learning.results; export: yes; erase: row
  held_by uuid, -- key: person, mention
  held_until timestamp with time zone, -- fact: until when one teacher has it open for review
  alias integer, -- data: learning.work; export: yes; erase: row
  unique (site, enrolment),
  primary key (site, id),
  foreign key (site, assignment) REFERENCES assignments.assignments(site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id) ON DELETE SET NULL (enrolment),
  foreign key (site, held_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (held_by),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, run) REFERENCES courses.runs(site, id),
  check ((alias > 0))
);
create index works_by_holder ON assignments.works USING btree (site, held_by) WHERE (held_by IS NOT NULL);
create index works_by_person ON assignments.works USING btree (site, person);
create index works_by_run ON assignments.works USING btree (site, run);
create unique index works_by_alias ON assignments.works USING btree (site, run, alias) WHERE (alias IS NOT NULL);
