-- After looking at the recording its host says one thing to keep and one to change, each with the second it is about.
create table self_reviews (
    county text not null references counties,
    attempt uuid not null,
    part text not null check (part in ('kept', 'change')),
    words text not null,
    -- Recorded time of a take; empty where no second was named.
    take integer,
    ms bigint,
    -- By the phone's clock; the later of two edits counts, whichever comes first.
    edited_at timestamptz not null,
    received_at timestamptz not null,
    primary key (county, attempt, part),
    foreign key (county, attempt) references attempts (county, id) on delete cascade,
    check ((take is null) = (ms is null))
);
select protect_by_county('self_reviews');
