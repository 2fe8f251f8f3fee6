-- Written by `npm run tables` from the migrated database. Do not edit.

create table evidence.checks (
  site text not null default database.current_site(), -- key: site
  promise text not null, -- key: own
  state text not null, -- fact: what was found
  figure text not null, -- fact: the figure it was judged by, in three languages
  checked_at timestamp with time zone not null, -- fact: when it was looked at
  primary key (site, promise),
  check ((state = ANY (ARRAY['kept'::text, 'due'::text, 'broken'::text, 'paused'::text, 'unproven'::text])))
);
