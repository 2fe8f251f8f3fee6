-- Why: somebody by name answers for each request, and whoever asked sees when it was taken up.
-- Safe on a live system: nullable columns without a rewrite; the foreign key looks at empty columns only.
-- The key is checked over all schools, so a role that is no superuser steps outside the wall for that statement.
alter table rights.requests no force row level security;
alter table accounts.people no force row level security;
alter table rights.requests add column responsible uuid, add column taken_at timestamptz,
  add foreign key (site, responsible) references accounts.people on delete set null (responsible);
alter table rights.requests force row level security;
alter table accounts.people force row level security;
comment on column rights.requests.responsible is 'key: person, mention';
comment on column rights.requests.taken_at is 'data: rights.request; export: yes; erase: row';

-- Why: whoever is suspended may still use their rights, and what they do then is theirs in the log.
create or replace function database.current_actor(out person uuid, out role text) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare hash text := coalesce(current_setting('app.session', true), '');
begin
  if hash = 'system' then role := 'system'; return; end if;
  if hash <> '' then
    select s.person, case p.state when 'suspended' then 'learner' else p.role end into current_actor.person, current_actor.role
    from sign_in.sessions s join accounts.people p on p.site = s.site and p.id = s.person
    where s.token_hash = decode(hash, 'hex') and p.state in ('active', 'suspended')
      and s.idle_until > database.current_moment() and s.ends_at > database.current_moment();
  end if;
  role := coalesce(role, 'visitor');
end $$;
