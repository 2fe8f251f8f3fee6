-- Why: where visits come from, as coarse as a country, and known from the network alone.
alter table interaction.networks add column country text not null default '' check (country ~ '^([A-Z]{2})?$');
alter table interaction.networks alter column country drop default;
comment on column interaction.networks.country is 'fact: two letters of ISO 3166, told by the network; empty where nobody knows or the school keeps none';
