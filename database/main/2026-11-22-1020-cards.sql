-- Why: whoever wants to comes back to the questions of their lessons before they are forgotten. Off until it is turned on.
-- Safe on a live system: new tables only.
create schema cards;

create table cards.decks (
  site text not null, person uuid not null, is_on boolean not null, changed_at timestamptz not null,
  primary key (site, person), foreign key (site, person) references accounts.people
);
select database.isolate('cards.decks');
comment on column cards.decks.person is 'key: person, owner';
comment on column cards.decks.is_on is 'data: learning.repetition; export: yes; erase: row';
comment on column cards.decks.changed_at is 'data: learning.repetition; export: yes; erase: row';

create table cards.cards (
  site text not null, id uuid not null, enrolment uuid not null, question uuid not null, due date not null, days integer not null,
  primary key (site, id), unique (site, enrolment, question), foreign key (site, enrolment) references enrolment.enrolments, foreign key (site, question) references assessment.questions
);
select database.isolate('cards.cards');
create index cards_by_question on cards.cards (site, question);
comment on column cards.cards.id is 'key: own';
comment on column cards.cards.enrolment is 'key: enrolment.enrolments';
comment on column cards.cards.question is 'key: assessment.questions';
comment on column cards.cards.due is 'data: learning.repetition; export: yes; erase: row';
comment on column cards.cards.days is 'data: learning.repetition; export: yes; erase: row';

create table cards.answers (
  site text not null, id uuid not null, card uuid not null, rating smallint not null check (rating between 1 and 4), at timestamptz not null,
  primary key (site, id), foreign key (site, card) references cards.cards on delete cascade
);
select database.isolate('cards.answers', 'select, insert, delete');
create index answers_by_card on cards.answers (site, card, id);
comment on column cards.answers.id is 'key: own';
comment on column cards.answers.card is 'key: cards.cards';
comment on column cards.answers.rating is 'data: learning.repetition; export: yes; erase: row';
comment on column cards.answers.at is 'data: learning.repetition; export: yes; erase: row';
