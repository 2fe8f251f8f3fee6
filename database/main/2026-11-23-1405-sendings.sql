-- Why: where the answer of a form leads can be an address with a key in it, as for the letter of a visitor. It is sealed under the
-- key of the form, of which only the hash is kept.
-- Safe on a live system: what is let go would be deleted within a day; a form sent twice across this moment is done twice.
truncate web.sendings;
alter table web.sendings drop constraint sendings_pkey, drop column key, drop column leads_to,
  add column hash bytea not null check (length(hash) = 32), add column leads_to bytea, add primary key (site, hash);
comment on column web.sendings.hash is 'key: own';
comment on column web.sendings.leads_to is 'fact: the address its answer leads to, sealed under the key of the form';
