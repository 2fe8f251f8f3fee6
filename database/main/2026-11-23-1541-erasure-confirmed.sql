-- Why: whoever outside was asked to erase has to say that it is done; until then the call is an open defect of whoever answers for data here.
-- Calls that were closed before are taken as they are: nobody asked for an answer then.
-- Safe on a live system: nullable columns without a rewrite; the foreign key looks at an empty column. An owner who is no superuser obeys the
-- wall between schools even here, so a school must be chosen: one that does not exist.
set local app.site = '-';
alter table processors.notices add column confirmed_at timestamptz, add column confirmed_by uuid, add column confirmation text check (length(confirmation) >= 5),
  add check ((confirmed_at is null) = (confirmation is null)), add foreign key (site, confirmed_by) references accounts.people on delete set null (confirmed_by);
comment on column processors.notices.confirmed_at is 'fact: when the recipient said that it is erased';
comment on column processors.notices.confirmed_by is 'key: person, mention';
comment on column processors.notices.confirmation is 'fact: how they said so: a number of a letter, a record of deletion';
