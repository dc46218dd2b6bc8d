-- Who broadcasts with a program of their own sends to a media server, which hands each two seconds on to us. Each time they begin
-- is a push; each unbroken stretch of one is a take.
create table attempt_pushes (
    county text not null references counties,
    attempt uuid not null,
    push integer not null,
    begun_at timestamptz not null,
    seen_at timestamptz not null,
    -- Whether the media server said that this was all.
    ended boolean not null default false,
    -- What each of its takes begins with.
    init bytea,
    -- The take that is being sent, its first segment and the next one to come, as the media server numbers them.
    take integer,
    first_segment integer,
    next_segment integer,
    primary key (county, attempt, push),
    foreign key (county, attempt) references attempts (county, id) on delete cascade,
    check ((take is null) = (first_segment is null) and (take is null) = (next_segment is null))
);
select protect_by_county('attempt_pushes');

create table pushed_takes (
    county text not null references counties,
    attempt uuid not null,
    take integer not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    primary key (county, attempt, take),
    foreign key (county, attempt) references attempts (county, id) on delete cascade
);
select protect_by_county('pushed_takes');
