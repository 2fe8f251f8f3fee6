-- Why: the page of a course shows works of the kind that one will make there.
alter table courses.versions add column samples jsonb not null default '[]';
alter table courses.versions alter column samples drop default;
comment on column courses.versions.samples is 'fact: works that show what one will make, with their drawings';
