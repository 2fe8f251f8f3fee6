-- Why: whoever writes to the school, by form, letter, phone or on paper, gets a number, a date and one history that both sides read.
-- It takes the place of contact.messages, which kept a visitor's message without an answer; no release has carried that table.
-- Safe on a live system: new tables. Foreign keys to accounts go where a guest, who has no account, has letters, transfers and terms as well.
drop schema contact cascade;
create schema support;

-- Somebody without an account. Their id names a key in the vault that belongs to nobody else.
create table support.guests (
  site text not null, id uuid not null, name database.sealed, email database.sealed, phone database.sealed,
  locale text not null check (locale in ('ru', 'kk', 'en')), written_at timestamptz not null,
  primary key (site, id)
);
select database.isolate('support.guests');
comment on table support.guests is 'home of: guest; recorded = written_at';
comment on column support.guests.id is 'key: person, owner';
comment on column support.guests.name is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.guests.email is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.guests.phone is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.guests.locale is 'fact: language of the page it was written on, and of the letters';
comment on column support.guests.written_at is 'data: communication.request; export: yes; erase: row';

create table support.tickets (
  site text not null, id uuid not null, number bigint generated always as identity, person uuid not null, guest boolean not null,
  topic text not null check (topic in ('general', 'technical', 'consultation', 'privacy', 'rights')), channel text not null check (channel in ('form', 'mail', 'phone', 'letter')),
  clause database.reference, clause_version int, asked_at timestamptz not null, waits_for uuid, due_by timestamptz not null, alerted_at timestamptz,
  answered_at timestamptz, closed_at timestamptz, close_reason database.sealed, reopened_at timestamptz, last_at timestamptz not null,
  primary key (site, id), unique (site, number),
  constraint closed_with_an_answer_or_a_reason check (closed_at is null or (waits_for is null and (answered_at is not null or close_reason is not null)))
);
select database.isolate('support.tickets');
create index tickets_waiting on support.tickets (site, due_by) where waits_for is not null;
create index tickets_by_person on support.tickets (site, person);
create index tickets_by_last_word on support.tickets (site, last_at);
comment on table support.tickets is 'home of: enquiry; recorded = asked_at; ended = closed_at';
comment on column support.tickets.id is 'key: own';
comment on column support.tickets.number is 'fact: the number both sides call it by';
comment on column support.tickets.person is 'key: person, owner';
comment on column support.tickets.guest is 'fact: whether whoever asks has no account';
comment on column support.tickets.topic is 'fact: what it is about, and so whose queue it stands in';
comment on column support.tickets.channel is 'fact: which way it came';
comment on column support.tickets.clause is 'fact: the clause of the policy it asks about';
comment on column support.tickets.clause_version is 'fact: the version of the policy that clause was read in';
comment on column support.tickets.asked_at is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.waits_for is 'fact: under which key the term of an answer runs; empty while nothing is owed';
comment on column support.tickets.due_by is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.alerted_at is 'fact: when the staff were told that it is late';
comment on column support.tickets.answered_at is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.closed_at is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.close_reason is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.tickets.reopened_at is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.last_at is 'data: communication.request; export: yes; erase: row';

create table support.messages (
  site text not null, id uuid not null, ticket uuid not null, of_school boolean not null, author uuid, words database.sealed not null, left_out database.sealed,
  letter bytea, written_at timestamptz not null,
  primary key (site, id), unique (site, letter), foreign key (site, ticket) references support.tickets,
  foreign key (site, author) references accounts.people on delete set null (author)
);
select database.isolate('support.messages');
create index messages_by_ticket on support.messages (site, ticket, written_at);
comment on column support.messages.id is 'key: own';
comment on column support.messages.ticket is 'key: support.tickets';
comment on column support.messages.of_school is 'fact: whether the school wrote it';
comment on column support.messages.author is 'key: person, mention';
comment on column support.messages.words is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.messages.left_out is 'data: communication.request; export: yes; erase: row; sealed';
comment on column support.messages.letter is 'fact: hash of the number its sender gave a letter, so that one brought twice is one message';
comment on column support.messages.written_at is 'data: communication.request; export: yes; erase: row';

alter table mail.letters drop constraint letters_site_person_fkey;
alter table processors.transfers drop constraint transfers_site_person_fkey;
alter table obligations.owed drop constraint owed_site_person_fkey;
