-- Why: what the law makes the school keep is kept on a ground that is named, with somebody who answers for it and a day on which it ends. Two people
-- place it and two lift it. When its person goes, the rows it is about are copied here under the second key of that person, and nobody uses them.
-- Safe on a live system: new tables only.
create table rights.holds (
  site text not null, id uuid not null, number bigint generated always as identity, person uuid,
  category text not null, ground text not null check (length(ground) >= 8),
  until_at timestamptz not null, asked_at timestamptz not null, asked_by uuid, begun_at timestamptz, begun_by uuid,
  kept_at timestamptz, lift_asked_at timestamptz, lift_asked_by uuid, ended_at timestamptz, ended_by uuid,
  primary key (site, id),
  check (begun_by is null or asked_by is null or begun_by <> asked_by), check (ended_by is null or lift_asked_by is null or ended_by <> lift_asked_by),
  foreign key (site, asked_by) references accounts.people on delete set null (asked_by),
  foreign key (site, begun_by) references accounts.people on delete set null (begun_by),
  foreign key (site, lift_asked_by) references accounts.people on delete set null (lift_asked_by),
  foreign key (site, ended_by) references accounts.people on delete set null (ended_by)
);
select database.isolate('rights.holds', 'select, insert, update, delete');
create index holds_by_person on rights.holds (site, person);
create index holds_standing on rights.holds (site, category) where begun_at is not null and ended_at is null;
comment on column rights.holds.id is 'key: own';
comment on column rights.holds.number is 'fact: the number by which people who work here call it';
comment on column rights.holds.person is 'key: person, owner';
comment on column rights.holds.category is 'fact: which kind of data is kept';
comment on column rights.holds.ground is 'fact: the law and its article; names nobody';
comment on column rights.holds.until_at is 'data: rights.request; export: yes; erase: hold by order';
comment on column rights.holds.asked_at is 'fact: when somebody placed it';
comment on column rights.holds.asked_by is 'key: person, mention';
comment on column rights.holds.begun_at is 'fact: when another one confirmed it: it stands from then on';
comment on column rights.holds.begun_by is 'key: person, mention';
comment on column rights.holds.kept_at is 'fact: when its rows were put aside, because their person went';
comment on column rights.holds.lift_asked_at is 'fact: when somebody asked to end it before its day';
comment on column rights.holds.lift_asked_by is 'key: person, mention';
comment on column rights.holds.ended_at is 'fact: when it ended';
comment on column rights.holds.ended_by is 'key: person, mention';

create table rights.held_rows (
  site text not null, id uuid not null, hold uuid not null, source text not null, content database.sealed not null,
  primary key (site, id), foreign key (site, hold) references rights.holds on delete cascade
);
select database.isolate('rights.held_rows', 'select, insert, delete');
create index held_rows_by_hold on rights.held_rows (site, hold);
comment on column rights.held_rows.id is 'key: own';
comment on column rights.held_rows.hold is 'key: rights.holds';
comment on column rights.held_rows.source is 'fact: the table it stood in';
comment on column rights.held_rows.content is 'data: rights.request; export: yes; erase: hold by order; sealed';
