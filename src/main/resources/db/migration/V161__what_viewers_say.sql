-- Who watches: a viewer is known by the pass the page gave, and by name where signed in.
create table live_viewers (
    county text not null references counties,
    attempt uuid not null,
    id uuid not null,
    invitation uuid not null,
    person uuid,
    name text not null,
    seen_at timestamptz not null,
    removed_at timestamptz,
    primary key (county, attempt, id),
    foreign key (county, attempt) references lives (county, attempt) on delete cascade,
    foreign key (county, invitation) references live_invitations (county, id) on delete cascade
);
create index live_viewers_by_invitation on live_viewers (county, invitation);
select protect_by_county('live_viewers');

-- What was said and done in a live, numbered in the order it was; whoever missed some is sent them again.
create table live_events (
    county text not null references counties,
    attempt uuid not null,
    number bigint not null,
    kind text not null check (kind in ('comment', 'removal', 'whisper', 'marker', 'step')),
    -- Who said it; null for what the host does.
    viewer uuid,
    name text not null,
    -- What was said, the step's id, or what the marker means.
    words text not null,
    -- Which comment was removed.
    about bigint,
    -- Recorded time of a take, for markers.
    take integer,
    ms bigint,
    at timestamptz not null,
    primary key (county, attempt, number),
    foreign key (county, attempt) references lives (county, attempt) on delete cascade,
    check ((take is null) = (ms is null))
);
select protect_by_county('live_events');
