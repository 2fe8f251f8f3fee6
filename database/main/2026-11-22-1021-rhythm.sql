-- Why: whoever learns chooses days of the week for it, sees how this week goes, and is reminded only if they ask for it.
-- Days of learning are kept for those who have a plan, and for this week only.
-- Safe on a live system: new tables only.
create schema rhythm;

create table rhythm.plans (
  site text not null, person uuid not null, days integer[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(days) between 1 and 7),
  remind_here boolean not null, remind_by_mail boolean not null, chosen_at timestamptz not null, reminded_on date,
  primary key (site, person), foreign key (site, person) references accounts.people
);
select database.isolate('rhythm.plans');
comment on column rhythm.plans.person is 'key: person, owner';
comment on column rhythm.plans.days is 'data: learning.plan; export: yes; erase: row';
comment on column rhythm.plans.remind_here is 'data: learning.plan; export: yes; erase: row';
comment on column rhythm.plans.remind_by_mail is 'data: learning.plan; export: yes; erase: row';
comment on column rhythm.plans.chosen_at is 'data: learning.plan; export: yes; erase: row';
comment on column rhythm.plans.reminded_on is 'data: learning.plan; export: yes; erase: row';

create table rhythm.days (
  site text not null, id uuid not null, person uuid not null, day date not null,
  primary key (site, id), unique (site, person, day), foreign key (site, person) references accounts.people
);
select database.isolate('rhythm.days', 'select, insert, delete');
comment on column rhythm.days.id is 'key: own';
comment on column rhythm.days.person is 'key: person, owner';
comment on column rhythm.days.day is 'data: learning.plan; export: yes; erase: row';
