-- Why: a guardian changes the address that their letters go to; the new one counts once it has been confirmed from there.
-- Safe on a live system: two nullable columns, no rewrite.
alter table minors.guardianships add column new_email database.sealed, add column new_email_until timestamptz;
comment on column minors.guardianships.new_email is 'data: account.guardian; export: yes; erase: row; sealed';
comment on column minors.guardianships.new_email_until is 'data: account.guardian; export: yes; erase: row';
