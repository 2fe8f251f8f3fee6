-- Written by `npm run tables` from the migrated database. Do not edit.

create table supplements.texts (
  site text not null default database.current_site(), -- key: site
  id text not null, -- key: own
  version integer not null, -- key: own
  applies_from date not null, -- fact: the day from which it applies
  said jsonb not null, -- fact: title and text in each language, as they were published
  seal text not null, -- fact: SHA-256 of what it says
  kept_at timestamp with time zone not null, -- fact: when it was published
  primary key (site, id, version),
  check ((version > 0))
);
