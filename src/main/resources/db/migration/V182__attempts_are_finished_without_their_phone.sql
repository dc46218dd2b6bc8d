-- When an attempt was finished with what had arrived, because its phone does not come back; null for all others.
alter table attempts add column phone_lost_at timestamptz;

-- When the first of it arrived: about when it began, where its phone never tells.
alter table takes add column begun_at timestamptz;
alter table takes alter column begun_at set default now();
alter table live_copy_chunks add column received_at timestamptz;
alter table live_copy_chunks alter column received_at set default now();
