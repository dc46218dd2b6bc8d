-- The version of the content's rubric at that time, so that a change reads the same for ever; null where it was made before this was noted.
alter table county_rubrics add column usual text;
