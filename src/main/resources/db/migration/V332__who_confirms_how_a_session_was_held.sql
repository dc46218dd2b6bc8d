-- That a session was held, from when to when, as whoever taught it or the office for them confirms afterwards. Appended: the last word counts.
create table session_confirmations (
    county text not null references counties,
    id uuid not null,
    session uuid not null,
    began_at timestamptz not null,
    ended_at timestamptz not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, session) references class_sessions (county, id),
    foreign key (county, confirmed_by) references people (county, id),
    check (began_at < ended_at)
);
create index session_confirmations_by_session on session_confirmations (county, session, confirmed_at desc, id desc);
select protect_by_county('session_confirmations');
revoke update, delete on session_confirmations from "${app_role}";
