-- A roster of fifty thousand in a county that has nobody yet is counted in one transaction: PostgreSQL has seen next to no milestones until then, so it took to reading the whole table
-- for each person, and did not end within minutes. Counting looks its rows up by their keys, always.
alter function count_trainees(text, uuid, uuid[]) set enable_seqscan to off;
alter function list_trainees(text, uuid[]) set enable_seqscan to off;
