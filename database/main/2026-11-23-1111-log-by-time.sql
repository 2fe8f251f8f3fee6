-- Why: the office reads what staff changed by when it happened; entries are numbered by when they were written, and work brought in from earlier days is written later.
-- Safe on a live system: an index on a table of small rows.
create index entries_by_time on audit.entries (site, at, number);
