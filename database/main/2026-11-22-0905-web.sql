-- Why: a form is sent once, however often its button is pressed.
create schema web;

create table web.sendings (
  site text not null, key uuid not null, done_at timestamptz not null, leads_to text,
  primary key (site, key)
);
select database.isolate('web.sendings');
create index sendings_by_age on web.sendings (site, done_at);
comment on column web.sendings.key is 'key: own';
comment on column web.sendings.done_at is 'fact: when the form was sent, kept for a day';
comment on column web.sendings.leads_to is 'fact: the address its answer leads to';
