-- Who was seen at a session, and how that was learnt: appended. Who is in, who is out and the minutes that count follow from it.
create table attendance_entries (
    county text not null references counties,
    -- Named by the phone: sent twice it is here once.
    id uuid not null,
    session uuid not null,
    trainee uuid not null,
    mark text not null check (mark in ('HERE', 'IN', 'OUT', 'VOID')),
    method text not null check (method in ('CODE', 'LIST')),
    -- The time that counts: when the code was on the screen, or when the list was tapped.
    at timestamptz not null,
    -- What the phone's clock said, and when we learnt of it.
    claimed_at timestamptz not null,
    received_at timestamptz not null,
    recorded_by uuid not null,
    -- Keyed hash of the phone's own name; null where none was given.
    device text,
    -- The entry that a VOID takes out.
    corrects uuid,
    reason text not null,
    -- Why a person should look before it counts; null where nothing is odd.
    doubt text check (doubt in ('CODE_TIME', 'TIME', 'LATE')),
    primary key (county, id),
    foreign key (county, session) references class_sessions (county, id),
    foreign key (county, trainee) references people (county, id),
    foreign key (county, recorded_by) references people (county, id),
    foreign key (county, corrects) references attendance_entries (county, id),
    check ((mark = 'VOID') = (corrects is not null))
);
create index attendance_entries_by_session on attendance_entries (county, session, trainee);
create index attendance_entries_by_trainee on attendance_entries (county, trainee, session);
-- One code is one sighting of one person, however often it is sent.
create unique index attendance_entries_once_a_code on attendance_entries (county, session, trainee, at) where method = 'CODE';
create unique index attendance_entries_corrected_once on attendance_entries (county, corrects) where corrects is not null;
select protect_by_county('attendance_entries');
revoke update, delete on attendance_entries from "${app_role}";
