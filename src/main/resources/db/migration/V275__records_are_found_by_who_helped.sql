-- Replicas go on reading while it is made; it holds up only those who write.
create index helped_records on sync_records (county, person) where helping is not null;
