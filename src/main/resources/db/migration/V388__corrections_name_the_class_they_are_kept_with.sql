-- Of what is kept with a class, such as earlier courses: which class, as it was called. Empty for what the county's register has of the person.
alter table person_corrections add column in_class text not null default '';
