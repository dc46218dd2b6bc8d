-- When the last try before the one that runs was made: a try that is taken back leaves the wait as it was.
alter table sign_in_tries add column last_before timestamptz;
