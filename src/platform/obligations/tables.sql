-- Written by `npm run tables` from the migrated database. Do not edit.

create table obligations.owed (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  kind text not null, -- fact: what is owed
  about database.reference not null default ''::text, -- fact: the id of the thing it is owed about
  person uuid, -- key: person, owner
  asked_at timestamp with time zone not null, -- fact: since when it is owed
  start_at timestamp with time zone not null, -- fact: from when the machine sees to it
  promised_by timestamp with time zone not null, -- fact: the end of the term in the school's words
  due_by timestamp with time zone not null, -- fact: the stricter of those words and the law
  done_at timestamp with time zone, -- fact: when it was done
  effect text, -- fact: how it was done
  step text not null default ''::text, -- fact: the last step that was finished, to go on from after a crash
  attempts integer not null default 0, -- fact: how often the machine tried
  next_try_at timestamp with time zone, -- fact: not again before this moment
  fault text, -- fact: number of the fault in the server's log
  unique (site, kind, about),
  primary key (site, id),
  check ((due_by <= promised_by))
);
create index owed_by_due ON obligations.owed USING btree (site, due_by) WHERE (done_at IS NULL);
create index owed_by_person ON obligations.owed USING btree (site, person);
create index owed_by_start ON obligations.owed USING btree (site, start_at) WHERE (done_at IS NULL);
