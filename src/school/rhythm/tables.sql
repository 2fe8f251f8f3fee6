-- Written by `npm run tables` from the migrated database. Do not edit.

create table rhythm.days (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  day date not null, -- data: learning.plan; export: yes; erase: row
  unique (site, person, day),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table rhythm.plans (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  days integer[] not null, -- data: learning.plan; export: yes; erase: row
  remind_here boolean not null, -- data: learning.plan; export: yes; erase: row
  remind_by_mail boolean not null, -- data: learning.plan; export: yes; erase: row
  chosen_at timestamp with time zone not null, -- data: learning.plan; export: yes; erase: row
  reminded_on date, -- data: learning.plan; export: yes; erase: row
  primary key (site, person),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check (((days <@ ARRAY[1, 2, 3, 4, 5, 6, 7]) AND ((cardinality(days) >= 1) AND (cardinality(days) <= 7))))
);
