-- Written by `npm run tables` from the migrated database. Do not edit.

create table publication.acceptances (
  site text not null default database.current_site(), -- key: site
  person uuid not null, -- key: person, owner
  version integer not null, -- key: own
  by_use boolean not null, -- data: policy.acceptance; export: yes; erase: row
  accepted_at timestamp with time zone not null, -- data: policy.acceptance; export: yes; erase: row
  primary key (site, person, version),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);

create table publication.moments (
  site text not null default database.current_site(), -- key: site
  version integer not null, -- key: publication.versions
  number integer not null, -- key: own
  in_force_from timestamp with time zone not null, -- fact: when the version begins to apply
  set_at timestamp with time zone not null, -- fact: when this was decided
  why text not null, -- fact: announced so, or moved because a notice came late
  primary key (site, version, number),
  foreign key (site, version) REFERENCES publication.versions(site, number),
  check ((why = ANY (ARRAY['announced'::text, 'notice-late'::text])))
);

create table publication.notices (
  site text not null default database.current_site(), -- key: site
  version integer not null, -- key: publication.versions
  person uuid not null, -- key: person, owner
  by_email boolean not null, -- data: communication.mail; export: yes; erase: row
  made_at timestamp with time zone not null, -- data: communication.mail; export: yes; erase: row
  seen_at timestamp with time zone, -- data: communication.mail; export: yes; erase: row
  primary key (site, version, person, by_email),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, version) REFERENCES publication.versions(site, number)
);
create index notices_by_person ON publication.notices USING btree (site, person);

create table publication.versions (
  site text not null default database.current_site(), -- key: site
  number integer not null, -- key: own
  manifest text not null, -- fact: the file as it was when it was published
  next text, -- fact: the file of a coming version that held only what differed
  seal text not null, -- fact: SHA-256 of what the version means
  published jsonb not null, -- fact: the version as visitors read it, figures filled in
  reason text not null, -- fact: why it was changed
  affects text not null, -- fact: whether rights or uses of data change
  announced_at timestamp with time zone not null, -- fact: when it was made known
  planned_from timestamp with time zone not null, -- fact: the moment it was announced for
  primary key (site, number),
  check ((affects = ANY (ARRAY['rights-or-uses'::text, 'details'::text]))),
  check ((number > 0)),
  check ((reason = ANY (ARRAY['operation'::text, 'law'::text, 'functions'::text])))
);

create table publication.withdrawals (
  site text not null default database.current_site(), -- key: site
  version integer not null, -- key: publication.versions
  withdrawn_at timestamp with time zone not null, -- fact: when the announcement was taken back
  primary key (site, version),
  foreign key (site, version) REFERENCES publication.versions(site, number)
);
