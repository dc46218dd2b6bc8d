-- A machine that is busy tries again to make a recording, but not for ever: since when it has been trying.
alter table attempts add column troubled_since timestamptz;
