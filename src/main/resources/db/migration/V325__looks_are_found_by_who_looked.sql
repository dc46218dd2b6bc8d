-- What one person looked at on one day lies together, so that a page of days reads no more than it shows.
drop index concurrently if exists personal_looks_by_day;
create index concurrently personal_looks_by_day on personal_looks (county, day, viewer, what, person);
