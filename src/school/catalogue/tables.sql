-- Written by `npm run tables` from the migrated database. Do not edit.

create table catalogue.pages (
  site text not null default database.current_site(), -- key: site
  slug text not null, -- key: own
  title jsonb not null, -- fact: what the school says of itself
  body jsonb not null, -- fact: what the school says of itself
  primary key (site, slug)
);

create table catalogue.reminders (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  course uuid not null, -- key: courses.courses
  at timestamp with time zone not null, -- data: learning.choice; export: yes; erase: row
  unique (site, person, course),
  primary key (site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index reminders_by_course ON catalogue.reminders USING btree (site, course);

create table catalogue.reviews (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  course uuid not null, -- key: courses.courses
  course_slug text not null, -- fact: which course
  stars smallint not null, -- data: communication.review; export: yes; erase: row
  words database.sealed not null, -- data: communication.review; export: yes; erase: row; sealed
  signed database.sealed, -- data: communication.review; export: yes; erase: row; sealed
  written_at timestamp with time zone not null, -- data: communication.review; export: yes; erase: row
  completed boolean not null, -- data: communication.review; export: yes; erase: row
  consented_at timestamp with time zone, -- data: consent.record; export: yes; erase: row
  withdrawn_at timestamp with time zone, -- data: consent.record; export: yes; erase: row
  judged_at timestamp with time zone, -- data: communication.review; export: yes; erase: row
  approved boolean, -- data: communication.review; export: yes; erase: row
  moderator uuid, -- key: person, mention
  reason database.sealed, -- data: communication.review; export: yes; erase: row; sealed
  unique (site, person, course),
  primary key (site, id),
  foreign key (site, course) REFERENCES courses.courses(site, id),
  foreign key (site, moderator) REFERENCES accounts.people(site, id) ON DELETE SET NULL (moderator),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check (((stars >= 1) AND (stars <= 5)))
);
create index reviews_public ON catalogue.reviews USING btree (site, course, written_at) WHERE (approved AND (consented_at IS NOT NULL) AND (withdrawn_at IS NULL));
create index reviews_waiting ON catalogue.reviews USING btree (site, written_at) WHERE (approved IS NULL);

create table catalogue.starts (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  trajectory text not null, -- fact: which trajectory
  at timestamp with time zone not null, -- data: learning.choice; export: yes; erase: row
  unique (site, person, trajectory),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table catalogue.suggestions (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  words database.sealed not null, -- data: communication.review; export: yes; erase: row; sealed
  written_at timestamp with time zone not null, -- data: communication.review; export: yes; erase: row
  read_at timestamp with time zone, -- data: communication.review; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index suggestions_unread ON catalogue.suggestions USING btree (site, written_at) WHERE (read_at IS NULL);

create table catalogue.trajectories (
  site text not null default database.current_site(), -- key: site
  slug text not null, -- key: own
  position integer not null, -- fact: order on the page
  about jsonb not null, -- fact: title and summary in each language
  steps jsonb not null, -- fact: its courses in order
  primary key (site, slug)
);
