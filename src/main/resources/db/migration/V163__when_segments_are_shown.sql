-- How players date the first picture of a segment: within a run each begins where the one before ended. Null in those
-- that an older version made, which dates them by when they were made.
alter table live_segments add shown_at timestamptz;
