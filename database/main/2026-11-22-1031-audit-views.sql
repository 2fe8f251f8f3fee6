-- Why: an officer comes back to the same questions, so they keep them by name; and a fault in the log says from where on nothing vouches for it.
-- Safe on a live system: a new table, and a nullable column that rewrites no row.
create table audit.views (
  site text not null, id uuid not null, officer uuid not null, name database.sealed not null, filters database.sealed not null, made_at timestamptz not null,
  primary key (site, id), foreign key (site, officer) references accounts.people
);
select database.isolate('audit.views', 'select, insert, delete');
create index views_by_officer on audit.views (site, officer, made_at);
comment on column audit.views.id is 'key: own';
comment on column audit.views.officer is 'key: person, owner';
comment on column audit.views.name is 'data: account.settings; export: yes; erase: row; sealed';
comment on column audit.views.filters is 'data: account.settings; export: yes; erase: row; sealed';
comment on column audit.views.made_at is 'data: account.settings; export: yes; erase: row';

alter table audit.verdicts add column fault_from int;
comment on column audit.verdicts.fault_from is 'fact: first place that no sound checkpoint before the fault covers';
