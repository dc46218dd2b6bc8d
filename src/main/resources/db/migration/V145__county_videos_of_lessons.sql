-- A county's people add a video to a lesson: sent in chunks, made into copies, shown once the county publishes it. Another
-- video of the same lesson is another row, so that what a trainee watched stays known.
create table films (
    county text not null references counties,
    id uuid not null,
    lesson text not null,
    -- As announced before the first chunk.
    bytes bigint not null check (bytes > 0),
    added_by uuid not null,
    begun_at timestamptz not null,
    state text not null check (state in ('uploading', 'making', 'ready', 'failed')),
    -- Why it failed, as a code.
    fault text,
    copies_made smallint not null default 0,
    duration_ms integer,
    sound boolean,
    -- Since when trainees see it; null while they do not.
    published_at timestamptz,
    deleted_at timestamptz,
    primary key (county, id),
    foreign key (county, added_by) references people (county, id),
    check (published_at is null or (state = 'ready' and deleted_at is null))
);
create index films_by_lesson on films (county, lesson, begun_at);
create unique index films_published on films (county, lesson) where published_at is not null;
select protect_by_county('films');

create table film_chunks (
    county text not null references counties,
    film uuid not null,
    seq integer not null,
    size bigint not null,
    sha256 text not null,
    key text not null,
    primary key (county, film, seq),
    foreign key (county, film) references films (county, id)
);
select protect_by_county('film_chunks');

create table film_copies (
    county text not null references counties,
    film uuid not null,
    kind text not null check (kind in ('better', 'small', 'sound', 'poster')),
    key text not null,
    sha256 text not null,
    bytes bigint not null,
    primary key (county, film, kind),
    foreign key (county, film) references films (county, id)
);
select protect_by_county('film_copies');

-- Who decided what of a video, appended.
create table film_changes (
    county text not null references counties,
    film uuid not null,
    at timestamptz not null,
    change text not null check (change in ('published', 'withdrawn', 'deleted')),
    changed_by uuid not null,
    primary key (county, film, at, change),
    foreign key (county, film) references films (county, id),
    foreign key (county, changed_by) references people (county, id)
);
select protect_by_county('film_changes');
revoke update, delete on film_changes from "${app_role}";
