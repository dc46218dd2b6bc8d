-- Sign-ins that were ended elsewhere while a phone still holds its own proof of them. Sessions are the realm's, no county's.
create table ended_sessions (
    sid text primary key,
    ended_at timestamptz not null
);
create index ended_sessions_by_time on ended_sessions (ended_at);
grant select, insert, delete on ended_sessions to "${app_role}";
