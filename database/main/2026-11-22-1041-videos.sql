-- Why: lessons show short videos. Their bytes are teaching material like the drawings, kept once under their hash.
create table courses.media (
  site text not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), type text not null, bytes bytea not null,
  primary key (site, hash)
);
select database.isolate('courses.media', 'select, insert');
alter table courses.media alter column bytes set storage external;
comment on column courses.media.hash is 'key: own';
comment on column courses.media.type is 'fact: media type';
comment on column courses.media.bytes is 'fact: teaching material, a video or its poster';
alter table courses.lessons add column videos jsonb not null default '[]';
alter table courses.lessons alter column videos drop default;
comment on column courses.lessons.videos is 'fact: the videos its text shows, with captions and transcripts, their bytes by hash';
