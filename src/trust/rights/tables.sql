-- Written by `npm run tables` from the migrated database. Do not edit.

create table rights.requests (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  kind text not null, -- fact: which right was used
  wish database.sealed, -- data: correspondence.requests; export: yes; erase: row; sealed
  asked_at timestamp with time zone not null, -- data: correspondence.requests; export: yes; erase: row
  answered_at timestamp with time zone, -- data: correspondence.requests; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((kind = ANY (ARRAY['copy'::text, 'rectify'::text])))
);
create index requests_open ON rights.requests USING btree (site, asked_at) WHERE (answered_at IS NULL);
