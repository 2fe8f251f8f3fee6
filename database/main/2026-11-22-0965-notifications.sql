-- Why: people are told what happened to their work, their certificate and their requests, each time once.
-- Safe on a live system: a new table only.
create schema notifications;

create table notifications.notices (
  site text not null, id uuid not null, person uuid not null, kind database.reference not null, about database.reference not null, place database.reference not null,
  made_at timestamptz not null, read_at timestamptz,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('notifications.notices');
create index notices_by_person on notifications.notices (site, person, made_at desc);
create index notices_unread on notifications.notices (site, person, kind) where read_at is null;
comment on column notifications.notices.id is 'key: own';
comment on column notifications.notices.person is 'key: person, owner';
comment on column notifications.notices.kind is 'data: communication.mail; export: yes; erase: row';
comment on column notifications.notices.about is 'fact: id of the work, certificate or request that it is about';
comment on column notifications.notices.place is 'data: communication.mail; export: yes; erase: row';
comment on column notifications.notices.made_at is 'data: communication.mail; export: yes; erase: row';
comment on column notifications.notices.read_at is 'data: communication.mail; export: yes; erase: row';
