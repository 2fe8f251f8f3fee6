-- Why: a school may name a service outside that learns how often its pages are opened. What waits for it here is about nobody, from the
-- moment it is written: no person, no browser, no address, the hour and not the second. Rows go when they have been passed on.
-- Safe on a live system: a new table only.
create table interaction.outside (
  site text not null, hour timestamptz not null check (extract(epoch from hour)::bigint % 3600 = 0), page text not null, language text not null,
  views int not null check (views > 0),
  primary key (site, hour, page, language)
);
select database.isolate('interaction.outside');
comment on column interaction.outside.hour is 'fact: the hour in which a page was opened';
comment on column interaction.outside.page is 'fact: which page';
comment on column interaction.outside.language is 'fact: the language it was read in';
comment on column interaction.outside.views is 'fact: how often, by browsers that have allowed analytics';
