-- Written by `npm run tables` from the migrated database. Do not edit.

create table evidence.enforcements (
  site text not null default database.current_site(), -- key: site
  promise text not null, -- key: own
  ran_at timestamp with time zone not null, -- fact: when the work that keeps this promise was last done to the end
  primary key (site, promise)
);

create table evidence.results (
  site text not null default database.current_site(), -- key: site
  promise text not null, -- key: own
  checked_at timestamp with time zone not null, -- key: own
  kind text not null, -- fact: how it was looked at
  state text not null, -- fact: what was found
  figure jsonb not null, -- fact: the figure it was judged by, in three languages
  valid_for_ms bigint not null, -- fact: how long it stands for
  primary key (site, promise, checked_at),
  check ((state = ANY (ARRAY['kept'::text, 'due'::text, 'broken'::text, 'paused'::text, 'unproven'::text])))
);
