-- Why: some schools promise to note which pages are opened, on what, and for how long; others to count them and nothing more.
-- A row of a member is sealed, is in their copy and goes with them. A count is about nobody: no person, no session, no full
-- address; whoever opens the same page in the same hour on the same kind of machine is the same row, one higher. Networks are
-- counted by day and apart from pages, so that the two cannot be laid beside each other.
-- Safe on a live system: new tables only.
create schema interaction;

create table interaction.visits (
  site text not null, id uuid not null, person uuid not null, at timestamptz not null, seconds int check (seconds >= 0), purpose text not null,
  page database.sealed not null, element database.sealed, device database.sealed, browser database.sealed, system database.sealed, address database.sealed,
  primary key (site, id), foreign key (site, person) references accounts.people
);
select database.isolate('interaction.visits');
create index visits_by_person on interaction.visits (site, person, at);
create index visits_by_time on interaction.visits (site, at);
comment on table interaction.visits is 'home of: technical.interaction; recorded = at';
comment on column interaction.visits.id is 'key: own';
comment on column interaction.visits.person is 'key: person, owner';
comment on column interaction.visits.at is 'data: technical.interaction; export: yes; erase: row';
comment on column interaction.visits.seconds is 'data: technical.interaction; export: yes; erase: row';
comment on column interaction.visits.purpose is 'fact: the purpose of the policy that the row serves';
comment on column interaction.visits.page is 'data: technical.interaction; export: yes; erase: row; sealed';
comment on column interaction.visits.element is 'data: technical.interaction; export: yes; erase: row; sealed';
comment on column interaction.visits.device is 'data: technical.interaction; export: yes; erase: row; sealed';
comment on column interaction.visits.browser is 'data: technical.interaction; export: yes; erase: row; sealed';
comment on column interaction.visits.system is 'data: technical.interaction; export: yes; erase: row; sealed';
comment on column interaction.visits.address is 'data: technical.interaction; export: yes; erase: row; sealed';

create table interaction.counts (
  site text not null, hour timestamptz not null check (extract(epoch from hour)::bigint % 3600 = 0), page text not null, element text not null, device text not null, browser text not null, system text not null,
  views int not null, seconds bigint not null,
  primary key (site, hour, page, element, device, browser, system)
);
select database.isolate('interaction.counts');
comment on column interaction.counts.hour is 'fact: the hour in which a page was opened';
comment on column interaction.counts.page is 'fact: which page';
comment on column interaction.counts.element is 'fact: a named element pressed there; empty for the page itself';
comment on column interaction.counts.device is 'fact: kind of device';
comment on column interaction.counts.browser is 'fact: browser family';
comment on column interaction.counts.system is 'fact: operating system';
comment on column interaction.counts.views is 'fact: how often';
comment on column interaction.counts.seconds is 'fact: for how long together';

create table interaction.networks (
  site text not null, day date not null, network text not null check (masklen(network::cidr) <= case family(network::cidr) when 4 then 24 else 48 end),
  views int not null,
  primary key (site, day, network)
);
select database.isolate('interaction.networks');
comment on column interaction.networks.day is 'fact: the day on which pages were opened';
comment on column interaction.networks.network is 'fact: a network of at least 256 addresses; the check refuses a finer one';
comment on column interaction.networks.views is 'fact: how often';
