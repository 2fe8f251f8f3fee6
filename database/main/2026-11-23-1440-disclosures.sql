-- Why: whatever is handed to somebody outside by people who work here goes through one gate, on one of four grounds, and stands in a register.
-- The register names the person only as a mention: without them the row still says that something was handed over, to whom and by whose hands.
-- Safe on a live system: new table only.
create schema disclosures;

create table disclosures.cases (
  site text not null, id uuid not null, number bigint generated always as identity, person uuid,
  ground text not null check (ground in ('consent', 'service', 'law', 'protection')), recipient text not null, scope text[] not null check (cardinality(scope) > 0),
  demand text, article text, reason text, secret_until timestamptz, secret_by text,
  asked_at timestamptz not null, asked_by uuid, first_at timestamptz, first_by uuid, second_at timestamptz, second_by uuid, officer boolean not null default false,
  declined_at timestamptz, declined_by uuid, handed_at timestamptz, handed_by uuid, format text check (format in ('json', 'csv')), told_at timestamptz,
  primary key (site, id),
  check ((ground = 'law') = (demand is not null and article is not null)),
  check ((ground = 'protection') = (reason is not null)),
  check ((secret_until is null) = (secret_by is null) and (secret_until is null or ground = 'law')),
  check (first_by is null or second_by is null or first_by <> second_by),
  foreign key (site, person) references accounts.people on delete set null (person),
  foreign key (site, asked_by) references accounts.people on delete set null (asked_by),
  foreign key (site, first_by) references accounts.people on delete set null (first_by),
  foreign key (site, second_by) references accounts.people on delete set null (second_by),
  foreign key (site, declined_by) references accounts.people on delete set null (declined_by),
  foreign key (site, handed_by) references accounts.people on delete set null (handed_by)
);
select database.isolate('disclosures.cases', 'select, insert, update');
create index cases_by_time on disclosures.cases (site, asked_at);
create index cases_by_person on disclosures.cases (site, person);
comment on column disclosures.cases.id is 'key: own';
comment on column disclosures.cases.number is 'fact: the number by which people who work here call it';
comment on column disclosures.cases.person is 'key: person, mention';
comment on column disclosures.cases.ground is 'fact: consent, service, law or protection';
comment on column disclosures.cases.recipient is 'fact: who got it: its id in the manifest, or the name of the body';
comment on column disclosures.cases.scope is 'fact: names of the columns that may go, never what stands in them';
comment on column disclosures.cases.demand is 'fact: number and date of the demand';
comment on column disclosures.cases.article is 'fact: the law it is founded on';
comment on column disclosures.cases.reason is 'fact: what is protected, and why these fields; names nobody';
comment on column disclosures.cases.secret_until is 'fact: until when the law forbids to tell the person';
comment on column disclosures.cases.secret_by is 'fact: the law that forbids it';
comment on column disclosures.cases.asked_at is 'fact: when it was asked for';
comment on column disclosures.cases.asked_by is 'key: person, mention';
comment on column disclosures.cases.first_at is 'fact: when somebody approved it';
comment on column disclosures.cases.first_by is 'key: person, mention';
comment on column disclosures.cases.second_at is 'fact: when another one approved it';
comment on column disclosures.cases.second_by is 'key: person, mention';
comment on column disclosures.cases.officer is 'fact: whether a privacy officer is among those who approved it';
comment on column disclosures.cases.declined_at is 'fact: when it was declined';
comment on column disclosures.cases.declined_by is 'key: person, mention';
comment on column disclosures.cases.handed_at is 'fact: when the file was taken, once';
comment on column disclosures.cases.handed_by is 'key: person, mention';
comment on column disclosures.cases.format is 'fact: json or csv';
comment on column disclosures.cases.told_at is 'fact: when the person was told';
