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
