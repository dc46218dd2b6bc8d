-- A record that somebody made who helps the trainee names the helping.
alter table sync_records add column helping uuid;
create index helped_records on sync_records (county, person) where helping is not null;
