-- Why: what rests for a person is a state of its own: all use of their data, one use they object to, or one kind of data whose accuracy is disputed.
-- Each is kept with its beginning and its end, so that it can be shown what rested when. Rows go only with their person.
-- Safe on a live system: new table only.
create table rights.restrictions (
  site text not null, id uuid not null, person uuid not null, request uuid,
  scope text not null check (scope in ('all', 'use', 'field')), subject text not null default '' check ((subject = '') = (scope = 'all')),
  since timestamptz not null, until_at timestamptz, ended_at timestamptz,
  primary key (site, id), foreign key (site, person) references accounts.people,
  foreign key (site, request) references rights.requests on delete set null (request)
);
select database.isolate('rights.restrictions', 'select, insert, update, delete');
create unique index restrictions_standing on rights.restrictions (site, person, scope, subject) where ended_at is null;
create index restrictions_by_person on rights.restrictions (site, person, since);
comment on column rights.restrictions.id is 'key: own';
comment on column rights.restrictions.person is 'key: person, owner';
comment on column rights.restrictions.request is 'key: rights.requests, mention';
comment on column rights.restrictions.scope is 'fact: whether everything rests, one use, or one kind of data';
comment on column rights.restrictions.subject is 'fact: which use, or which kind of data';
comment on column rights.restrictions.since is 'data: rights.request; export: yes; erase: row';
comment on column rights.restrictions.until_at is 'data: rights.request; export: yes; erase: row';
comment on column rights.restrictions.ended_at is 'data: rights.request; export: yes; erase: row';
