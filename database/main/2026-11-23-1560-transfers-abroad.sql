-- A transfer out of the country stands on an agreement of its own, and the record of each transfer names the one it stood on.
alter table processors.transfers add column agreement text;
comment on column processors.transfers.agreement is 'fact: the number of the agreement it stood on, by the manifest of its moment';
alter table processors.refusals drop constraint refusals_reason_check;
alter table processors.refusals add constraint refusals_reason_check check (reason in ('recipient', 'field', 'purpose', 'agreement', 'standard', 'abroad'));
