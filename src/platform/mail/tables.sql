-- Written by `npm run tables` from the migrated database. Do not edit.

create table mail.emails (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  template text not null, -- fact: which template
  about text not null, -- fact: key that prevents sending twice
  queued_at timestamp with time zone not null, -- data: correspondence.sent; export: yes; erase: row
  sent_at timestamp with time zone, -- data: correspondence.sent; export: yes; erase: row
  attempts integer not null default 0, -- fact: how often sending was tried
  next_try_at timestamp with time zone, -- fact: not again before this moment
  unique (site, person, template, about),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
