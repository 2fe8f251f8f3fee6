-- Written by `npm run tables` from the migrated database. Do not edit.

create table policy.versions (
  site text not null default database.current_site(), -- key: site
  number integer not null, -- key: own
  manifest text not null, -- fact: the manifest as it was published
  announced_at timestamp with time zone not null, -- fact: when everyone was told
  in_force_from timestamp with time zone not null, -- fact: when it began to apply
  primary key (site, number)
);
