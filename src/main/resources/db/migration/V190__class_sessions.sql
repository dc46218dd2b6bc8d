-- What a class meets for: when, where, who teaches. The row is what is right now; what it was before is appended beside it.
create table class_sessions (
    county text not null references counties,
    id uuid not null,
    cohort uuid not null,
    title text not null,
    kind text not null check (kind in ('THEORY', 'PRACTICE')),
    teacher uuid,
    -- Somebody who has no sign-in here, and what entitles them to teach.
    guest text not null,
    credentials text not null,
    place text not null,
    plan text not null,
    begins_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > begins_at),
    -- Empty for one that takes place.
    cancelled text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    version integer not null,
    primary key (county, id),
    foreign key (county, cohort) references cohorts (county, id),
    foreign key (county, teacher) references people (county, id),
    check ((teacher is null) = (guest <> ''))
);
create index class_sessions_by_class on class_sessions (county, cohort, begins_at);
create index class_sessions_by_time on class_sessions (county, begins_at);
select protect_by_county('class_sessions');
revoke delete on class_sessions from "${app_role}";

create table class_session_changes (
    county text not null references counties,
    id uuid not null,
    session uuid not null,
    field text not null,
    old_value text not null,
    new_value text not null,
    -- Empty for what was changed before the session began.
    reason text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, session) references class_sessions (county, id),
    foreign key (county, changed_by) references people (county, id)
);
create index class_session_changes_by_session on class_session_changes (county, session, id);
select protect_by_county('class_session_changes');
revoke update, delete on class_session_changes from "${app_role}";
