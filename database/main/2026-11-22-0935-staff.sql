-- Why: who teaches what, and who was invited by whom.
create schema staff;

create table staff.assignments (
  site text not null, id uuid not null, teacher uuid not null, course uuid not null, since timestamptz not null,
  primary key (site, id), unique (site, teacher, course), foreign key (site, teacher) references accounts.people
);
select database.isolate('staff.assignments');
create index assignments_by_course on staff.assignments (site, course);
comment on column staff.assignments.id is 'key: own';
comment on column staff.assignments.teacher is 'key: person, owner';
comment on column staff.assignments.course is 'fact: the course, by its id';
comment on column staff.assignments.since is 'data: account.dates; export: yes; erase: row';

create table staff.invitations (
  site text not null, person uuid not null, invited_by uuid, invited_at timestamptz not null,
  primary key (site, person), foreign key (site, person) references accounts.people,
  foreign key (site, invited_by) references accounts.people on delete set null (invited_by)
);
select database.isolate('staff.invitations');
comment on column staff.invitations.person is 'key: person, owner';
comment on column staff.invitations.invited_by is 'key: person, mention';
comment on column staff.invitations.invited_at is 'data: account.dates; export: yes; erase: row';

-- Looking at somebody's data needs a reason; the look is open for a few minutes, and each one is in the log with it.
create table staff.looks (
  site text not null, id uuid not null, holder uuid, person uuid not null, reason database.sealed not null, asked_at timestamptz not null, ends_at timestamptz not null,
  primary key (site, id), foreign key (site, person) references accounts.people,
  foreign key (site, holder) references accounts.people on delete set null (holder)
);
select database.isolate('staff.looks');
create index looks_by_holder on staff.looks (site, holder, person, ends_at);
create index looks_by_person on staff.looks (site, person);
comment on column staff.looks.id is 'key: own';
comment on column staff.looks.holder is 'key: person, mention';
comment on column staff.looks.person is 'key: person, owner';
comment on column staff.looks.reason is 'data: audit.details; export: yes; erase: row; sealed';
comment on column staff.looks.asked_at is 'data: audit.details; export: yes; erase: row';
comment on column staff.looks.ends_at is 'data: audit.details; export: yes; erase: row';
