-- Written by `npm run tables` from the migrated database. Do not edit.

create table events.deliveries (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null, -- fact: order of writing
  listener text not null, -- fact: who is to hear of it
  name text not null, -- fact: what happened; the row goes when it has been heard
  person uuid, -- key: person, owner
  about database.reference not null, -- fact: the id of the thing it happened to
  attempts integer not null default 0, -- fact: how often it was told
  next_try_at timestamp with time zone, -- fact: not again before this moment
  dead_at timestamp with time zone, -- fact: when we gave up
  fault text, -- fact: number of the fault in the server's log
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index deliveries_by_number ON events.deliveries USING btree (site, number);
create index deliveries_by_person ON events.deliveries USING btree (site, person);

create table events.outbox (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: order of writing
  name text not null, -- fact: what happened; leaves the outbox when its listeners are known
  person uuid, -- key: person, owner
  about database.reference not null default ''::text, -- fact: the id of the thing it happened to
  happened_at timestamp with time zone not null default database.current_moment(), -- fact: when it was written
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index outbox_by_number ON events.outbox USING btree (site, number);
create index outbox_by_person ON events.outbox USING btree (site, person);
