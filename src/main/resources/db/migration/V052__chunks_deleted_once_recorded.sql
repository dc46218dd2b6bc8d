-- The bytes of an attempt's chunks go some days after its recording was made; their rows stay and say what was sent.
alter table attempts add column chunks_deleted_at timestamptz;
