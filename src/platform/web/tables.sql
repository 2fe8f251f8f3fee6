-- Written by `npm run tables` from the migrated database. Do not edit.

create table web.sendings (
  site text not null default database.current_site(), -- key: site
  done_at timestamp with time zone not null, -- fact: when the form was sent, kept for a day
  hash bytea not null, -- key: own
  leads_to bytea, -- fact: the address its answer leads to, sealed under the key of the form
  primary key (site, hash),
  check ((length(hash) = 32))
);
create index sendings_by_age ON web.sendings USING btree (site, done_at);
