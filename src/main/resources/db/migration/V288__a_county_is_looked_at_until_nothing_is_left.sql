-- How many keys and phone numbers of a county were brought under the master key when it was looked at last. What was done before is looked at once more.
alter table key_rotations add column brought int not null default 1;
