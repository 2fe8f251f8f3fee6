-- Written by `npm run tables` from the migrated database. Do not edit.

create table interaction.counts (
  site text not null default database.current_site(), -- key: site
  hour timestamp with time zone not null, -- fact: the hour in which a page was opened
  page text not null, -- fact: which page
  element text not null, -- fact: a named element pressed there; empty for the page itself
  device text not null, -- fact: kind of device
  browser text not null, -- fact: browser family
  system text not null, -- fact: operating system
  views integer not null, -- fact: how often
  seconds bigint not null, -- fact: for how long together
  primary key (site, hour, page, element, device, browser, system),
  check ((((EXTRACT(epoch FROM hour))::bigint % (3600)::bigint) = 0))
);

create table interaction.networks (
  site text not null default database.current_site(), -- key: site
  day date not null, -- fact: the day on which pages were opened
  network text not null, -- fact: a network of at least 256 addresses; the check refuses a finer one
  views integer not null, -- fact: how often
  country text not null, -- fact: two letters of ISO 3166, told by the network; empty where nobody knows or the school keeps none
  primary key (site, day, network),
  check ((country ~ '^([A-Z]{2})?$'::text)),
  check ((masklen(((network)::cidr)::inet) <=
CASE family(((network)::cidr)::inet)
    WHEN 4 THEN 24
    ELSE 48
END))
);

create table interaction.outside (
  site text not null default database.current_site(), -- key: site
  hour timestamp with time zone not null, -- fact: the hour in which a page was opened
  page text not null, -- fact: which page
  language text not null, -- fact: the language it was read in
  views integer not null, -- fact: how often, by browsers that have allowed analytics
  primary key (site, hour, page, language),
  check ((((EXTRACT(epoch FROM hour))::bigint % (3600)::bigint) = 0)),
  check ((views > 0))
);

-- home of: technical.interaction; recorded = at
create table interaction.visits (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  at timestamp with time zone not null, -- data: technical.interaction; export: yes; erase: row
  seconds integer, -- data: technical.interaction; export: yes; erase: row
  purpose text not null, -- fact: the purpose of the policy that the row serves
  page database.sealed not null, -- data: technical.interaction; export: yes; erase: row; sealed
  element database.sealed, -- data: technical.interaction; export: yes; erase: row; sealed
  device database.sealed, -- data: technical.interaction; export: yes; erase: row; sealed
  browser database.sealed, -- data: technical.interaction; export: yes; erase: row; sealed
  system database.sealed, -- data: technical.interaction; export: yes; erase: row; sealed
  address database.sealed, -- data: technical.interaction; export: yes; erase: row; sealed
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  check ((seconds >= 0))
);
create index visits_by_person ON interaction.visits USING btree (site, person, at);
create index visits_by_time ON interaction.visits USING btree (site, at);
