-- Why: somebody without an account has the same rights over what they wrote to the school; an address that has been confirmed stands for the account.
create table support.claims (
  site text not null, id uuid not null, claim uuid not null, person uuid not null, is_claimant boolean not null, asked_at timestamptz not null, expires_at timestamptz not null,
  primary key (site, id), unique (site, claim, person), check (expires_at > asked_at)
);
select database.isolate('support.claims', 'select, insert, delete');
create index claims_by_person on support.claims (site, person);
create index claims_by_expiry on support.claims (site, expires_at);
comment on column support.claims.id is 'key: own';
comment on column support.claims.claim is 'fact: under which number the link of one letter finds everybody behind its address';
comment on column support.claims.person is 'key: person, owner';
comment on column support.claims.is_claimant is 'fact: whether this is the address as it was typed to claim, and no enquiry';
comment on column support.claims.asked_at is 'data: communication.request; export: yes; erase: row';
comment on column support.claims.expires_at is 'data: communication.request; export: yes; erase: row';
