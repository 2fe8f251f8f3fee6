-- Why: a copy of the data holds the stored files too, and a drill says how many of them came back.
alter table backups.copies add column file_count bigint not null default 0;
alter table backups.drills add column file_count bigint not null default 0;
comment on column backups.copies.file_count is 'fact: stored files that lie beside it';
comment on column backups.drills.file_count is 'fact: stored files that were read again';
