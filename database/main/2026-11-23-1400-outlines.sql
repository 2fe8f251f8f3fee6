-- Why: nearly every page of a learner shows the outline of a course, and a version never changes: it is put together once, when the
-- version is brought in, and not from its modules and lessons for every page.
-- Safe on a live system: one column, filled in this transaction from what is there; versions are few.
alter table courses.versions no force row level security;
alter table courses.modules no force row level security;
alter table courses.lessons no force row level security;
alter table courses.versions add column outline jsonb;
comment on column courses.versions.outline is 'fact: its modules and lessons by name, title and length, in order';
update courses.versions v set outline = coalesce((
  select jsonb_agg(jsonb_build_object('slug', m.slug, 'title', m.title, 'lessons', coalesce((
    select jsonb_agg(jsonb_build_object('slug', l.slug, 'title', l.title, 'minutes', l.minutes, 'free', l.free) order by l.position)
    from courses.lessons l where l.site = m.site and l.module = m.id), '[]')) order by m.position)
  from courses.modules m where m.site = v.site and m.version = v.id), '[]');
alter table courses.versions alter column outline set not null;
alter table courses.versions force row level security;
alter table courses.modules force row level security;
alter table courses.lessons force row level security;
