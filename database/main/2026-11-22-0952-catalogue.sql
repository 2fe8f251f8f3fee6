-- Why: what a visitor meets: trajectories, reviews and suggestions.
create schema catalogue;

create table catalogue.trajectories (
  site text not null, slug text not null, position int not null, about jsonb not null, steps jsonb not null,
  primary key (site, slug)
);
select database.isolate('catalogue.trajectories');
comment on column catalogue.trajectories.slug is 'key: own';
comment on column catalogue.trajectories.position is 'fact: order on the page';
comment on column catalogue.trajectories.about is 'fact: title and summary in each language';
comment on column catalogue.trajectories.steps is 'fact: its courses in order';

create table catalogue.pages (
  site text not null, slug text not null, title jsonb not null, body jsonb not null,
  primary key (site, slug)
);
select database.isolate('catalogue.pages');
comment on column catalogue.pages.slug is 'key: own';
comment on column catalogue.pages.title is 'fact: what the school says of itself';
comment on column catalogue.pages.body is 'fact: what the school says of itself';

create table catalogue.starts (
  site text not null, id uuid not null, person uuid not null, trajectory text not null, at timestamptz not null,
  primary key (site, id), unique (site, person, trajectory), foreign key (site, person) references accounts.people
);
select database.isolate('catalogue.starts');
comment on column catalogue.starts.id is 'key: own';
comment on column catalogue.starts.person is 'key: person, owner';
comment on column catalogue.starts.trajectory is 'fact: which trajectory';
comment on column catalogue.starts.at is 'data: learning.choice; export: yes; erase: row';

-- Public only while all three hold: consented, approved, not withdrawn.
create table catalogue.reviews (
  site text not null, id uuid not null, person uuid not null, course uuid not null, course_slug text not null, stars smallint not null check (stars between 1 and 5),
  words database.sealed not null, signed database.sealed, written_at timestamptz not null, completed boolean not null,
  consented_at timestamptz, withdrawn_at timestamptz, judged_at timestamptz, approved boolean, moderator uuid, reason database.sealed,
  primary key (site, id), unique (site, person, course), foreign key (site, person) references accounts.people,
  foreign key (site, course) references courses.courses,
  foreign key (site, moderator) references accounts.people on delete set null (moderator)
);
select database.isolate('catalogue.reviews');
create index reviews_waiting on catalogue.reviews (site, written_at) where approved is null;
create index reviews_public on catalogue.reviews (site, course, written_at) where approved and consented_at is not null and withdrawn_at is null;
comment on column catalogue.reviews.id is 'key: own';
comment on column catalogue.reviews.person is 'key: person, owner';
comment on column catalogue.reviews.course is 'key: courses.courses';
comment on column catalogue.reviews.course_slug is 'fact: which course';
comment on column catalogue.reviews.stars is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.reviews.words is 'data: communication.review; export: yes; erase: row; sealed';
comment on column catalogue.reviews.signed is 'data: communication.review; export: yes; erase: row; sealed';
comment on column catalogue.reviews.written_at is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.reviews.completed is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.reviews.consented_at is 'data: consent.record; export: yes; erase: row';
comment on column catalogue.reviews.withdrawn_at is 'data: consent.record; export: yes; erase: row';
comment on column catalogue.reviews.judged_at is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.reviews.approved is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.reviews.moderator is 'key: person, mention';
comment on column catalogue.reviews.reason is 'data: communication.review; export: yes; erase: row; sealed';

create table catalogue.suggestions (
  site text not null, id uuid not null, person uuid not null, words database.sealed not null, written_at timestamptz not null, read_at timestamptz,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('catalogue.suggestions');
create index suggestions_unread on catalogue.suggestions (site, written_at) where read_at is null;
comment on column catalogue.suggestions.id is 'key: own';
comment on column catalogue.suggestions.person is 'key: person, owner';
comment on column catalogue.suggestions.words is 'data: communication.review; export: yes; erase: row; sealed';
comment on column catalogue.suggestions.written_at is 'data: communication.review; export: yes; erase: row';
comment on column catalogue.suggestions.read_at is 'data: communication.review; export: yes; erase: row';
