-- Why: what a member allows is written down with its time and the version of the policy it was asked under.
-- A guest has no row: the choice is in a cookie of the guest's own browser, and nowhere else.
-- Safe on a live system: new table only.
create schema consent;

create table consent.choices (
  site text not null, id uuid not null, person uuid not null, category text not null check (category in ('functional', 'analytics')),
  allowed boolean not null, policy_version int not null, at timestamptz not null,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('consent.choices', 'select, insert, delete');
create index choices_by_person on consent.choices (site, person, at);
comment on table consent.choices is 'home of: consent; recorded = at';
comment on column consent.choices.id is 'key: own';
comment on column consent.choices.person is 'key: person, owner';
comment on column consent.choices.category is 'fact: which kind of cookie';
comment on column consent.choices.allowed is 'data: consent.record; export: yes; erase: row';
comment on column consent.choices.policy_version is 'fact: the version of the policy the choice was asked under';
comment on column consent.choices.at is 'data: consent.record; export: yes; erase: row';
