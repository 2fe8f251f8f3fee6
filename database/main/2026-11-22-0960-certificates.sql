-- Why: a finished course yields a numbered certificate that anyone can check and nobody can have without the completion.
-- Safe on a live system: new tables only.
create schema certificates;

create table certificates.certificates (
  site text not null, id uuid not null, number text not null, person uuid not null, run uuid not null,
  course jsonb not null, issued_at timestamptz not null, holder database.sealed not null,
  name_shown boolean not null default false, signature bytea not null,
  revoked_at timestamptz, revoked_for text check (revoked_for in ('mistake', 'false-result', 'replaced')), revoked_why database.sealed,
  primary key (site, id), unique (site, number),
  foreign key (site, person) references accounts.people
);
select database.isolate('certificates.certificates');
create unique index certificates_in_force on certificates.certificates (site, person, run) where revoked_at is null;
comment on table certificates.certificates is 'home of: certificate; issued = issued_at';
comment on column certificates.certificates.id is 'key: own';
comment on column certificates.certificates.number is 'key: own';
comment on column certificates.certificates.person is 'key: person, owner';
comment on column certificates.certificates.run is 'fact: the run of the course it is for';
comment on column certificates.certificates.course is 'fact: title of the course and what was assessed, as they were when it was issued';
comment on column certificates.certificates.issued_at is 'data: learning.certificate; export: yes; erase: row';
comment on column certificates.certificates.holder is 'data: account.name; export: yes; erase: row; sealed';
comment on column certificates.certificates.name_shown is 'data: learning.certificate; export: yes; erase: row';
comment on column certificates.certificates.signature is 'fact: Ed25519 signature of the school over number, course, run and moment';
comment on column certificates.certificates.revoked_at is 'data: learning.certificate; export: yes; erase: row';
comment on column certificates.certificates.revoked_for is 'fact: class of the reason, as the public page shows it';
comment on column certificates.certificates.revoked_why is 'data: learning.certificate; export: yes; erase: row; sealed';
