-- The version of the shipped lesson that the county's text was made of, or was last compared with: whoever publishes again
-- has not looked at what changed there since.
alter table county_drafts add column based_on text;
