-- Why: what a school has to say beyond learning reaches those alone who agreed to it by a consent of its own.
-- Safe on a live system: new schema only.
create schema invitations;

create table invitations.invitations (
  site text not null, id uuid not null, consent text not null, ru text not null, kk text not null, en text not null, written_at timestamptz not null, sent_at timestamptz, told int not null default 0,
  primary key (site, id)
);
select database.isolate('invitations.invitations', 'select, insert, update');
comment on column invitations.invitations.id is 'key: own';
comment on column invitations.invitations.consent is 'fact: the consent of the manifest under which it goes out';
comment on column invitations.invitations.ru is 'fact: what the school says, in Russian';
comment on column invitations.invitations.kk is 'fact: what the school says, in Kazakh';
comment on column invitations.invitations.en is 'fact: what the school says, in English';
comment on column invitations.invitations.written_at is 'fact: when it was written';
comment on column invitations.invitations.sent_at is 'fact: when the job told those who agreed';
comment on column invitations.invitations.told is 'fact: how many it told';
