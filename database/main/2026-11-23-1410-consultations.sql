-- Why: whoever asks for a consultation says which of the offered times suits them; the school settles one, and both sides see it.
-- Two talks never stand at one time, whatever two hands confirm at once.
-- Safe on a live system: new empty columns, and an index over the few rows that have one.
alter table support.tickets add column wished_at timestamptz, add column settled_at timestamptz;
comment on column support.tickets.wished_at is 'data: communication.request; export: yes; erase: row';
comment on column support.tickets.settled_at is 'data: communication.request; export: yes; erase: row';
create unique index tickets_by_talk on support.tickets (site, settled_at) where settled_at is not null;
