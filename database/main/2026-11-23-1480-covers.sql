-- Why: a course is chosen by what one sees first.
alter table courses.versions add column cover jsonb;
comment on column courses.versions.cover is 'fact: the drawing on its card, if it has one';
