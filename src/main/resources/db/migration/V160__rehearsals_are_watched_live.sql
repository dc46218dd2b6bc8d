-- A rehearsal to which somebody was invited, and what is needed to make segments of it on whichever replica.
create table lives (
    county text not null references counties,
    attempt uuid not null,
    -- Counts on with every change that viewers are told of.
    last_event bigint not null default 0,
    next_segment bigint not null default 0,
    -- When somebody last asked for the picture; nothing is made for nobody.
    watched_at timestamptz,
    lease_holder uuid,
    lease_until timestamptz,
    -- Since when no segment can be made although chunks come in.
    troubled_since timestamptz,
    primary key (county, attempt),
    foreign key (county, attempt) references attempts (county, id) on delete cascade
);
create index lives_by_watching on lives (watched_at);
select protect_by_county('lives');

create table live_invitations (
    county text not null references counties,
    id uuid not null,
    attempt uuid not null,
    audience text not null check (audience in ('mentor', 'classmates', 'family')),
    -- Whom it is for, in the host's words.
    name text not null,
    created_at timestamptz not null,
    ends_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (county, id),
    foreign key (county, attempt) references lives (county, attempt) on delete cascade
);
create index live_invitations_by_attempt on live_invitations (county, attempt);
select protect_by_county('live_invitations');

-- Deleted some minutes after the live; the recording stands for them.
create table live_segments (
    county text not null references counties,
    attempt uuid not null,
    number bigint not null,
    run integer not null,
    key text not null,
    init_key text not null,
    duration_ms integer not null,
    take integer not null,
    from_ms bigint not null,
    header integer not null,
    seq integer not null,
    made_at timestamptz not null,
    primary key (county, attempt, number),
    foreign key (county, attempt) references lives (county, attempt) on delete cascade
);
select protect_by_county('live_segments');
