-- Why: a deed on a thing of the school (a course published, a version announced) said what was done and not to which thing.
-- A thing is a kind and the name the school gave it, so no words of anybody fit in here, and no id of a person. Entries written before have none, and hash as they did.
-- Safe on a live system: a column without a default, and one function in the place of another.
alter table audit.entries add column thing text check (thing ~ '^[a-z]+:[a-z0-9][a-z0-9._-]{0,119}$' and thing !~ '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}');
comment on column audit.entries.thing is 'fact: which thing of the school, by its kind and the name the school gave it';

drop function audit.write(uuid, text, uuid, bytea, text, text);
create function audit.write(entry uuid, act text, subject uuid, details bytea, thing text, outcome text, purpose text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into audit.entries (id, at, actor, role, act, subject, details, thing, outcome, purpose)
  select entry, database.current_moment(), who.person, who.role, write.act, write.subject, write.details, write.thing, write.outcome, write.purpose
  from database.current_actor() as who;
end $$;
grant create on schema audit to senim_audit;
alter function audit.write(uuid, text, uuid, bytea, text, text, text) owner to senim_audit;
revoke create on schema audit from senim_audit;
revoke execute on function audit.write(uuid, text, uuid, bytea, text, text, text) from public;
grant execute on function audit.write(uuid, text, uuid, bytea, text, text, text) to senim_app;
