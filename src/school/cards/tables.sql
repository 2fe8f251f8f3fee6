-- Written by `npm run tables` from the migrated database. Do not edit.

create table cards.answers (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  card uuid not null, -- key: cards.cards
  rating smallint not null, -- data: learning.repetition; export: yes; erase: row
  at timestamp with time zone not null, -- data: learning.repetition; export: yes; erase: row
  primary key (site, id),
  foreign key (site, card) REFERENCES cards.cards(site, id) ON DELETE CASCADE,
  check (((rating >= 1) AND (rating <= 4)))
);
create index answers_by_card ON cards.answers USING btree (site, card, id);

create table cards.cards (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  question uuid not null, -- key: assessment.questions
  due date not null, -- data: learning.repetition; export: yes; erase: row
  days integer not null, -- data: learning.repetition; export: yes; erase: row
  unique (site, enrolment, question),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id),
  foreign key (site, question) REFERENCES assessment.questions(site, id)
);
create index cards_by_question ON cards.cards USING btree (site, question);

create table cards.decks (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  is_on boolean not null, -- data: learning.repetition; export: yes; erase: row
  changed_at timestamp with time zone not null, -- data: learning.repetition; export: yes; erase: row
  primary key (site, person),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
