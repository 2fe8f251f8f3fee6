-- Why: what an officer saves of the log is of a kind that every school names; of account.settings none did.
comment on column audit.views.name is 'data: audit.details; export: yes; erase: row; sealed';
comment on column audit.views.filters is 'data: audit.details; export: yes; erase: row; sealed';
comment on column audit.views.made_at is 'data: audit.details; export: yes; erase: row';
