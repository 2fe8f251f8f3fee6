-- An enrolment's id is made from its person and run, so the key alone says that there is one: two keys could not both be waited for.
alter table enrolment.enrolments drop constraint enrolments_site_person_run_key;
create index enrolments_by_person on enrolment.enrolments (site, person, run);
