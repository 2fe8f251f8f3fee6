-- Why: between the two ages of a school a young person learns with a guardian, who says yes before the account begins and can end it.
-- Safe on a live system: a new table and a new column that is empty; the checks are widened only.
create schema minors;

create table minors.guardianships (
  site text not null, id uuid not null, person uuid not null, email database.sealed not null, of_age_on database.sealed not null,
  policy_version int not null, named_at timestamptz not null, confirm_by timestamptz not null, confirmed_at timestamptz, ended_at timestamptz,
  primary key (site, id), unique (site, person), check (confirm_by > named_at), check (ended_at is null or confirmed_at is not null),
  foreign key (site, person) references accounts.people (site, id)
);
select database.isolate('minors.guardianships', 'select, insert, update, delete');
create index guardianships_waiting on minors.guardianships (site, confirm_by) where confirmed_at is null;
comment on column minors.guardianships.id is 'key: own';
comment on column minors.guardianships.person is 'key: person, owner';
comment on column minors.guardianships.email is 'data: account.guardian; export: yes; erase: row; sealed';
comment on column minors.guardianships.of_age_on is 'data: account.guardian; export: yes; erase: row; sealed';
comment on column minors.guardianships.policy_version is 'data: account.guardian; export: yes; erase: row';
comment on column minors.guardianships.named_at is 'data: account.guardian; export: yes; erase: row';
comment on column minors.guardianships.confirm_by is 'data: account.guardian; export: yes; erase: row';
comment on column minors.guardianships.confirmed_at is 'data: account.guardian; export: yes; erase: row';
comment on column minors.guardianships.ended_at is 'data: account.guardian; export: yes; erase: row';

alter table accounts.people add column guarded_since timestamptz;
comment on column accounts.people.guarded_since is 'data: account.guardian; export: yes; erase: row';
alter table accounts.people drop constraint people_state_check, add constraint people_state_check check (state in ('pending', 'waiting', 'active', 'suspended', 'frozen', 'leaving'));
alter table sign_in.links drop constraint links_purpose_check, add constraint links_purpose_check check (purpose in ('confirm', 'enter', 'reset', 'invite', 'address', 'keep-address', 'guardian'));
alter table consent.records drop constraint records_manner_check, add constraint records_manner_check check (manner in ('page', 'form', 'request', 'guardian'));
comment on column consent.records.manner is 'fact: on its own page, beside the function that needs it, by a request to the officer, or by the guardian of a minor';
