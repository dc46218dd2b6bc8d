-- What an officer corrects by hand is kept like what a roster corrected: it has no file.
alter table person_corrections alter column file_sha256 drop not null;
