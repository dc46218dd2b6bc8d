-- What a trainee learned before and elsewhere, as they told it when they joined the class; empty where nobody wrote anything. Earlier classes of the county are known without.
alter table enrolments add column earlier_courses text not null default '';
