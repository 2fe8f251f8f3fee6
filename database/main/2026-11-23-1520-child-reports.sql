-- Why: anyone may report that a child gave data without their parents' consent; the account is frozen at once, until an officer has looked.
-- Safe on a live system: a new table; the check of topics is only widened; the index covers the few accounts that are frozen.
create schema child_reports;

set local app.site = '-'; -- an owner who is no superuser obeys the wall between schools even here
create table child_reports.holds (
  site text not null, id uuid not null, person uuid not null, ticket uuid, state_before text not null, began_at timestamptz not null, ended_at timestamptz,
  primary key (site, id), check (state_before in ('pending', 'waiting', 'active', 'suspended')), check (ended_at >= began_at),
  foreign key (site, person) references accounts.people (site, id),
  foreign key (site, ticket) references support.tickets (site, id) on delete set null (ticket)
);
select database.isolate('child_reports.holds', 'select, insert, update, delete');
create index holds_open on child_reports.holds (site, began_at) where ended_at is null;
create index holds_by_person on child_reports.holds (site, person);
create index holds_by_ticket on child_reports.holds (site, ticket);
comment on column child_reports.holds.id is 'key: own';
comment on column child_reports.holds.person is 'key: person, owner';
comment on column child_reports.holds.ticket is 'key: support.tickets, mention';
comment on column child_reports.holds.state_before is 'fact: what the account was before, and becomes again when the hold is lifted';
comment on column child_reports.holds.began_at is 'data: rights.request; export: yes; erase: row';
comment on column child_reports.holds.ended_at is 'data: rights.request; export: yes; erase: row';

create index people_frozen on accounts.people (site, id) where state = 'frozen';
alter table support.tickets drop constraint tickets_topic_check, add constraint tickets_topic_check check (topic in ('general', 'technical', 'consultation', 'privacy', 'rights', 'child'));
