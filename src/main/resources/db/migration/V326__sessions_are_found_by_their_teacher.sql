-- A teacher's home asks at which of their sessions somebody is in doubt.
drop index concurrently if exists class_sessions_by_teacher;
create index concurrently class_sessions_by_teacher on class_sessions (county, teacher) where teacher is not null;
