-- When the phone of a helper was told to forget what it had stored of the trainee.
alter table helpings add column forgotten_at timestamptz;
