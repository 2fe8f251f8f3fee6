-- Why: whoever was erased finds on their proof what the law still keeps, why and until when, not only beforehand.
-- Safe on a live system: a column with a constant default, which rewrites nothing.
alter table rights.erasures add column kept jsonb not null default '[]';
alter table rights.erasures alter column kept drop default; -- whoever writes a proof says what it keeps
comment on column rights.erasures.kept is 'fact: categories that the law keeps, and until when';
