-- How a name is read, for sorting, and every way it may be typed without Chinese letters. The application writes both with the name; a job fills them in for people
-- and villages there already (empty until then). The phone is turned round, so that its end is found by an index. The collation is "C": under row-level security
-- PostgreSQL uses no index for LIKE (it is not leakproof), but it does for a range of bytes.
select set_config('tianbo.county', '*', true);

alter table villages add column reading text collate "C" not null default '';
alter table villages add column spellings text not null default '';

alter table people add column reading text collate "C" not null default '';
alter table people add column spellings text not null default '';
alter table people add column phone_end text collate "C" generated always as (reverse(mobile)) stored;

create index people_by_reading on people (county, reading, id);
create index people_by_phone_end on people (county, phone_end) where phone_end is not null;
