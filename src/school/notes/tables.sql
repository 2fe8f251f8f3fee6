-- Written by `npm run tables` from the migrated database. Do not edit.

create table notes.notes (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  enrolment uuid not null, -- key: enrolment.enrolments
  lesson text not null, -- fact: the lesson it stands beside
  words database.sealed not null, -- data: learning.notes; export: yes; erase: row; sealed
  saving uuid not null, -- fact: which saving this is: a window that knows an earlier one does not write over it
  written_at timestamp with time zone not null, -- data: learning.notes; export: yes; erase: row
  unique (site, enrolment, lesson),
  primary key (site, id),
  foreign key (site, enrolment) REFERENCES enrolment.enrolments(site, id)
);
