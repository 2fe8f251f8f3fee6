-- Why: what was found when promises were checked, served from here: a public page computes no evidence.
-- Safe on a live system: new tables only.
create schema evidence;

create table evidence.results (
  site text not null, promise text not null, checked_at timestamptz not null,
  kind text not null, state text not null check (state in ('kept', 'due', 'broken', 'paused', 'unproven')),
  figure jsonb not null, valid_for_ms bigint not null,
  primary key (site, promise, checked_at)
);
select database.isolate('evidence.results');
comment on column evidence.results.promise is 'key: own';
comment on column evidence.results.checked_at is 'key: own';
comment on column evidence.results.kind is 'fact: how it was looked at';
comment on column evidence.results.state is 'fact: what was found';
comment on column evidence.results.figure is 'fact: the figure it was judged by, in three languages';
comment on column evidence.results.valid_for_ms is 'fact: how long it stands for';

create table evidence.enforcements (
  site text not null, promise text not null, ran_at timestamptz not null,
  primary key (site, promise)
);
select database.isolate('evidence.enforcements');
comment on column evidence.enforcements.promise is 'key: own';
comment on column evidence.enforcements.ran_at is 'fact: when the work that keeps this promise was last done to the end';
