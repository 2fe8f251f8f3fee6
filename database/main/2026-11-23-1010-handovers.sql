-- Why: whoever works here must not be able to set somebody's password. Where the school knows no address, a way back is in two hands and waits a day.
create table recovery.handovers (
  site text not null, id uuid not null, person uuid not null, asked_by uuid,
  token_hash bytea not null, token database.sealed not null, code_hash bytea, code database.sealed,
  asked_at timestamptz not null, opens_at timestamptz not null, expires_at timestamptz not null,
  primary key (site, id), unique (site, person), unique (site, token_hash),
  foreign key (site, person) references accounts.people, foreign key (site, asked_by) references accounts.people on delete set null (asked_by),
  check ((code_hash is null) = (code is null)), check (opens_at > asked_at and expires_at > opens_at)
);
select database.isolate('recovery.handovers', 'select, insert, update, delete');
create index handovers_by_asker on recovery.handovers (site, asked_by);
create index handovers_by_expiry on recovery.handovers (site, expires_at);
comment on column recovery.handovers.id is 'key: own';
comment on column recovery.handovers.person is 'key: person, owner';
comment on column recovery.handovers.asked_by is 'key: person, mention';
comment on column recovery.handovers.token_hash is 'fact: hash of a random token, the half of the operator';
comment on column recovery.handovers.token is 'data: account.password; export: no; erase: row; sealed';
comment on column recovery.handovers.code_hash is 'fact: hash of a random code, the half of the privacy officer';
comment on column recovery.handovers.code is 'data: account.password; export: no; erase: row; sealed';
comment on column recovery.handovers.asked_at is 'data: account.sessions; export: yes; erase: row';
comment on column recovery.handovers.opens_at is 'data: account.sessions; export: yes; erase: row';
comment on column recovery.handovers.expires_at is 'data: account.sessions; export: yes; erase: row';
