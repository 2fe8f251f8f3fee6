-- Why: someone without an account writes to the school. The message is its own subject: its id names a key in the vault that belongs to nobody else.
create schema contact;

create table contact.messages (
  site text not null, id uuid not null, name database.sealed, reach database.sealed not null, words database.sealed not null,
  written_at timestamptz not null, answered_at timestamptz, answered_by uuid,
  primary key (site, id), foreign key (site, answered_by) references accounts.people on delete set null (answered_by)
);
select database.isolate('contact.messages');
create index messages_by_day on contact.messages (site, written_at);
comment on table contact.messages is 'home of: message; recorded = written_at';
comment on column contact.messages.id is 'key: person, owner';
comment on column contact.messages.name is 'data: communication.request; export: yes; erase: row; sealed';
comment on column contact.messages.reach is 'data: communication.request; export: yes; erase: row; sealed';
comment on column contact.messages.words is 'data: communication.request; export: yes; erase: row; sealed';
comment on column contact.messages.written_at is 'data: communication.request; export: yes; erase: row';
comment on column contact.messages.answered_at is 'data: communication.request; export: yes; erase: row';
comment on column contact.messages.answered_by is 'key: person, mention';
