-- Written by `npm run tables` from the migrated database. Do not edit.

create table events.outbox (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: order of writing
  name text not null, -- fact: what happened; deleted on delivery
  person uuid not null, -- key: person, owner
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
