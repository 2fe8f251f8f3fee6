-- Written by `npm run tables` from the migrated database. Do not edit.

-- home of: consent; recorded = at
create table consent.choices (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  category text not null, -- fact: which kind of cookie
  allowed boolean not null, -- data: consent.record; export: yes; erase: row
  policy_version integer not null, -- fact: the version of the policy the choice was asked under
  at timestamp with time zone not null, -- data: consent.record; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((category = ANY (ARRAY['functional'::text, 'analytics'::text])))
);
create index choices_by_person ON consent.choices USING btree (site, person, at);

create table consent.records (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: order of writing
  person uuid not null, -- key: person, owner
  consent text not null, -- fact: which consent of the manifest
  given boolean not null, -- data: consent.record; export: yes; erase: row
  version integer not null, -- fact: the version of its words
  policy_version integer not null, -- fact: the version of the policy in force
  locale text not null, -- fact: the language the words were read in
  manner text not null, -- fact: on its own page, beside the function that needs it, by a request to the officer, or by the guardian of a minor
  words database.sealed not null, -- data: consent.record; export: yes; erase: row; sealed
  terms database.sealed not null, -- data: consent.record; export: yes; erase: row; sealed
  ends_at timestamp with time zone, -- data: consent.record; export: yes; erase: row
  at timestamp with time zone not null default database.current_moment(), -- data: consent.record; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((locale = ANY (ARRAY['ru'::text, 'kk'::text, 'en'::text]))),
  check ((manner = ANY (ARRAY['page'::text, 'form'::text, 'request'::text, 'guardian'::text]))),
  check ((version > 0))
);
create index records_by_consent ON consent.records USING btree (site, consent, person, number DESC);
create index records_by_person ON consent.records USING btree (site, person, number);
