-- Written by `npm run tables` from the migrated database. Do not edit.

create table jobs.runs (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  job text not null, -- fact: which job ran
  started_at timestamp with time zone not null, -- fact: when it began
  ended_at timestamp with time zone, -- fact: when it ended; empty while it runs
  outcome text not null, -- fact: how it ended
  attempt integer not null, -- fact: which try in a row it was
  handled integer not null default 0, -- fact: how many things it dealt with
  fault text, -- fact: number of the fault in the server's log
  primary key (site, id),
  check ((outcome = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'given-up'::text, 'interrupted'::text])))
);
create index runs_by_job ON jobs.runs USING btree (site, job, started_at DESC);

create table jobs.work (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  job text not null, -- fact: which job
  about database.reference not null default ''::text, -- fact: the id of the thing it works on
  person uuid, -- key: person, owner
  run_at timestamp with time zone not null, -- fact: not before this moment
  attempts integer not null default 0, -- fact: how often it was tried in a row
  worker uuid, -- fact: which process has it in hand
  lease_until timestamp with time zone, -- fact: until when that process is believed to live
  dead_at timestamp with time zone, -- fact: when we gave up
  fault text, -- fact: number of the fault in the server's log
  unique (site, job, about),
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id)
);
create index work_by_moment ON jobs.work USING btree (site, run_at) WHERE (dead_at IS NULL);
create index work_by_person ON jobs.work USING btree (site, person);
