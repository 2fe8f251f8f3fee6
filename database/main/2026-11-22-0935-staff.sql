-- Why: who was invited by whom, and why staff looked at somebody.
create schema staff;

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
