-- Why: a letter can be written in anybody's name. A request that came by one waits for its person to say, signed in, that it is theirs; until
-- then nothing is given out or done.
-- Safe on a live system: a constant default and a nullable column, no rewrite.
alter table rights.requests add column came text not null default 'account' check (came in ('account', 'letter')), add column confirmed_at timestamptz;
comment on column rights.requests.came is 'fact: from the account itself, or by a letter to the school';
comment on column rights.requests.confirmed_at is 'data: rights.request; export: yes; erase: row';
