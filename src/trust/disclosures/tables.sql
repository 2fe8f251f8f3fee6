-- Written by `npm run tables` from the migrated database. Do not edit.

create table disclosures.cases (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  number bigint not null generated always as identity, -- fact: the number by which people who work here call it
  person uuid, -- key: person, mention
  ground text not null, -- fact: consent, service, law or protection
  recipient text not null, -- fact: who got it: its id in the manifest, or the name of the body
  scope text[] not null, -- fact: names of the columns that may go, never what stands in them
  demand text, -- fact: number and date of the demand
  article text, -- fact: the law it is founded on
  reason text, -- fact: what is protected, and why these fields; names nobody
  secret_until timestamp with time zone, -- fact: until when the law forbids to tell the person
  secret_by text, -- fact: the law that forbids it
  asked_at timestamp with time zone not null, -- fact: when it was asked for
  asked_by uuid, -- key: person, mention
  first_at timestamp with time zone, -- fact: when somebody approved it
  first_by uuid, -- key: person, mention
  second_at timestamp with time zone, -- fact: when another one approved it
  second_by uuid, -- key: person, mention
  officer boolean not null default false, -- fact: whether a privacy officer is among those who approved it
  declined_at timestamp with time zone, -- fact: when it was declined
  declined_by uuid, -- key: person, mention
  handed_at timestamp with time zone, -- fact: when the file was taken, once
  handed_by uuid, -- key: person, mention
  format text, -- fact: json or csv
  told_at timestamp with time zone, -- fact: when the person was told
  primary key (site, id),
  foreign key (site, asked_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (asked_by),
  foreign key (site, declined_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (declined_by),
  foreign key (site, first_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (first_by),
  foreign key (site, handed_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (handed_by),
  foreign key (site, person) REFERENCES accounts.people(site, id) ON DELETE SET NULL (person),
  foreign key (site, second_by) REFERENCES accounts.people(site, id) ON DELETE SET NULL (second_by),
  check ((((secret_until IS NULL) = (secret_by IS NULL)) AND ((secret_until IS NULL) OR (ground = 'law'::text)))),
  check (((first_by IS NULL) OR (second_by IS NULL) OR (first_by <> second_by))),
  check (((ground = 'law'::text) = ((demand IS NOT NULL) AND (article IS NOT NULL)))),
  check (((ground = 'protection'::text) = (reason IS NOT NULL))),
  check ((cardinality(scope) > 0)),
  check ((format = ANY (ARRAY['json'::text, 'csv'::text]))),
  check ((ground = ANY (ARRAY['consent'::text, 'service'::text, 'law'::text, 'protection'::text])))
);
create index cases_by_person ON disclosures.cases USING btree (site, person);
create index cases_by_time ON disclosures.cases USING btree (site, asked_at);
