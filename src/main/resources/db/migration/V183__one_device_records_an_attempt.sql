-- Takes and chunks are numbered by whoever records, so those of two phones, or of a phone and a media server, would be
-- mixed under the same numbers. The first that sends is remembered; null where it does not name itself.
select set_config('tianbo.county', '*', true);
alter table attempts add column recorder text;
update attempts a set recorder = 'push'
where exists (select 1 from pushed_takes p where p.county = a.county and p.attempt = a.id);
