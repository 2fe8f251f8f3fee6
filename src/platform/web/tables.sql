-- Written by `npm run tables` from the migrated database. Do not edit.

create table web.sendings (
  site text not null default database.current_site(), -- key: site
  key uuid not null, -- key: own
  done_at timestamp with time zone not null, -- fact: when the form was sent, kept for a day
  leads_to text, -- fact: the address its answer leads to
  primary key (site, key)
);
create index sendings_by_age ON web.sendings USING btree (site, done_at);
