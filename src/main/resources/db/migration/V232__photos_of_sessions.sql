-- A picture of a session while it is held, with the time and, where the phone was allowed to say, the place: appended.
create table session_photos (
    county text not null references counties,
    session uuid not null,
    photo uuid not null,
    -- Of the picture as it is kept, to find the same one at another session.
    sha256 text not null,
    -- By the phone's clock, null where it said nothing, and when we had it.
    taken_at timestamptz,
    received_at timestamptz not null,
    -- Where the phone was, and within how many metres.
    latitude double precision,
    longitude double precision,
    accuracy_m real,
    added_by uuid not null,
    primary key (county, session, photo),
    foreign key (county, session) references class_sessions (county, id),
    foreign key (county, photo) references photos (county, id),
    foreign key (county, added_by) references people (county, id),
    check (num_nulls(latitude, longitude, accuracy_m) in (0, 3))
);
create index session_photos_by_digest on session_photos (county, sha256);
select protect_by_county('session_photos');
revoke update, delete on session_photos from "${app_role}";
