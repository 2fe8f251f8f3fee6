-- Written by `npm run tables` from the migrated database. Do not edit.

create table child_reports.holds (
  site text not null default database.current_site(), -- key: site
  id uuid not null, -- key: own
  person uuid not null, -- key: person, owner
  ticket uuid, -- key: support.tickets, mention
  state_before text not null, -- fact: what the account was before, and becomes again when the hold is lifted
  began_at timestamp with time zone not null, -- data: rights.request; export: yes; erase: row
  ended_at timestamp with time zone, -- data: rights.request; export: yes; erase: row
  primary key (site, id),
  foreign key (site, person) REFERENCES accounts.people(site, id),
  foreign key (site, ticket) REFERENCES support.tickets(site, id) ON DELETE SET NULL (ticket),
  check ((ended_at >= began_at)),
  check ((state_before = ANY (ARRAY['pending'::text, 'waiting'::text, 'active'::text, 'suspended'::text])))
);
create index holds_by_person ON child_reports.holds USING btree (site, person);
create index holds_by_ticket ON child_reports.holds USING btree (site, ticket);
create index holds_open ON child_reports.holds USING btree (site, began_at) WHERE (ended_at IS NULL);
