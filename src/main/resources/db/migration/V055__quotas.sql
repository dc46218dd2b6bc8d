-- What each person and each county keeps here, counted by the database itself in the transaction that changes it, and how much
-- they may keep where that is not the configured amount.
select set_config('tianbo.county', '*', true);

alter table attempts
    add column chunk_count integer not null default 0,
    add column stored_bytes bigint not null default 0,
    add column last_chunk_at timestamptz;

update attempts set
    chunk_count = case when chunks_deleted_at is null then coalesce(sent.chunks, 0) else 0 end,
    stored_bytes = case when chunks_deleted_at is null then coalesce(sent.bytes, 0) else 0 end
        + coalesce((recording -> 'readings' ->> 'bytes')::bigint, 0),
    -- When the last one came is not known: as if it were today, so that nothing is deleted sooner than was said.
    last_chunk_at = case when sent.chunks > 0 then now() end
from (select a.county, a.id, count(c.seq) as chunks, sum(c.size) as bytes
      from attempts a left join chunks c on c.county = a.county and c.attempt = a.id
      group by a.county, a.id) sent
where attempts.county = sent.county and attempts.id = sent.id;

create table storage_usage (
    county text not null,
    person uuid not null,
    bytes bigint not null,
    chunks bigint not null,
    open_attempts bigint not null,
    photos bigint not null,
    primary key (county, person),
    foreign key (county, person) references people (county, id)
);
select protect_by_county('storage_usage');

-- In sixteen parts, so that those who send at once seldom wait for each other.
create table county_usage (
    county text not null references counties,
    part smallint not null,
    bytes bigint not null,
    chunks bigint not null,
    open_attempts bigint not null,
    photos bigint not null,
    primary key (county, part)
);
select protect_by_county('county_usage');

-- Every change is kept; the last one counts. What is empty is as configured. Without a person it is the county's own.
create table quotas (
    county text not null references counties,
    id bigint generated always as identity,
    person uuid,
    bytes bigint,
    chunks bigint,
    open_attempts bigint,
    photos bigint,
    note text not null,
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (county, id),
    foreign key (county, person) references people (county, id)
);
create index quotas_by_person on quotas (county, person, id desc);
select protect_by_county('quotas');
revoke update, delete on quotas from "${app_role}";

create function note_usage(
    of_county text, of_person uuid, more_bytes bigint, more_chunks bigint, more_attempts bigint, more_photos bigint)
returns void language sql as $$
    insert into storage_usage as kept (county, person, bytes, chunks, open_attempts, photos)
    values (of_county, of_person, more_bytes, more_chunks, more_attempts, more_photos)
    on conflict (county, person) do update set
        bytes = kept.bytes + excluded.bytes,
        chunks = kept.chunks + excluded.chunks,
        open_attempts = kept.open_attempts + excluded.open_attempts,
        photos = kept.photos + excluded.photos;
    insert into county_usage as kept (county, part, bytes, chunks, open_attempts, photos)
    values (of_county, (hashtext(of_person::text) & 15)::smallint, more_bytes, more_chunks, more_attempts, more_photos)
    on conflict (county, part) do update set
        bytes = kept.bytes + excluded.bytes,
        chunks = kept.chunks + excluded.chunks,
        open_attempts = kept.open_attempts + excluded.open_attempts,
        photos = kept.photos + excluded.photos;
$$;

select note_usage(
    county,
    trainee,
    sum(stored_bytes)::bigint,
    sum(chunk_count)::bigint,
    count(*) filter (where state in ('planned', 'uploading')),
    0)
from attempts group by county, trainee;

create function note_attempt_usage() returns trigger language plpgsql as $$
declare
    bytes bigint := 0;
    chunks bigint := 0;
    attempts bigint := 0;
begin
    if tg_op <> 'DELETE' then
        bytes := new.stored_bytes;
        chunks := new.chunk_count;
        attempts := (new.state in ('planned', 'uploading'))::int;
    end if;
    if tg_op <> 'INSERT' then
        bytes := bytes - old.stored_bytes;
        chunks := chunks - old.chunk_count;
        attempts := attempts - (old.state in ('planned', 'uploading'))::int;
    end if;
    if bytes <> 0 or chunks <> 0 or attempts <> 0 then
        perform note_usage(
            case tg_op when 'DELETE' then old.county else new.county end,
            case tg_op when 'DELETE' then old.trainee else new.trainee end,
            bytes, chunks, attempts, 0);
    end if;
    return null;
end
$$;
create trigger attempt_usage after insert or delete or update of state, chunk_count, stored_bytes on attempts
    for each row execute function note_attempt_usage();

create function note_chunk() returns trigger language plpgsql as $$
begin
    update attempts set
        chunk_count = chunk_count + 1, stored_bytes = stored_bytes + new.size, last_chunk_at = clock_timestamp()
    where county = new.county and id = new.attempt;
    return null;
end
$$;
create trigger chunk_usage after insert on chunks for each row execute function note_chunk();

create index attempts_not_finished on attempts (county, id)
    where state in ('planned', 'uploading', 'failed') and chunks_deleted_at is null;
