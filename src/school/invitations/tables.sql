-- Written by `npm run tables` from the migrated database. Do not edit.

create table invitations.invitations (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  consent text not null, -- fact: the consent of the manifest under which it goes out
  ru text not null, -- fact: what the school says, in Russian
  kk text not null, -- fact: what the school says, in Kazakh
  en text not null, -- fact: what the school says, in English
  written_at timestamp with time zone not null, -- fact: when it was written
  sent_at timestamp with time zone, -- fact: when the job told those who agreed
  told integer not null default 0, -- fact: how many it told
  primary key (site, id)
);
