-- When a trainee means to rehearse; may be moved until something is recorded.
alter table attempts add column booked_for timestamptz;
