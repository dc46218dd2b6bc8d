-- What a phone sends to viewers while its network cannot carry what it records: a second, small recording of a stretch of
-- a take, in chunks of its own. What was recorded comes later and stands for it.
create table live_copy_chunks (
    county text not null,
    attempt uuid not null,
    take int not null,
    copy int not null,
    seq int not null,
    -- The take's own chunk that was recorded at the same time.
    beside int not null,
    -- Where in the take's recorded time it begins.
    from_ms int not null,
    size bigint not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    key text not null,
    primary key (county, attempt, take, copy, seq),
    -- Not to its take, of which nothing may have arrived yet.
    foreign key (county, attempt) references attempts (county, id)
);
select protect_by_county('live_copy_chunks');

-- They fill a person's space as other chunks do.
create trigger live_copy_chunk_usage after insert on live_copy_chunks for each row execute function note_chunk();
