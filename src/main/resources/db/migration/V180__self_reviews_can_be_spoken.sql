-- A part of a self-review may be spoken, with words or instead of them. The sound comes first, under the digest of what the phone
-- recorded; the part then refers to it.
select set_config('tianbo.county', '*', true);

create table self_review_voices (
    county text not null references counties,
    attempt uuid not null,
    -- Of the bytes as the phone recorded them; what is kept is another file made of them.
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    key text not null,
    bytes bigint not null,
    duration_ms integer not null,
    received_at timestamptz not null,
    primary key (county, attempt, sha256),
    foreign key (county, attempt) references attempts (county, id) on delete cascade
);
select protect_by_county('self_review_voices');

alter table self_reviews
    add column voice text,
    add foreign key (county, attempt, voice) references self_review_voices (county, attempt, sha256);
create index self_reviews_by_voice on self_reviews (county, attempt, voice) where voice is not null;

-- It counts among the bytes of its attempt (V055).
create function note_voice() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update attempts set stored_bytes = stored_bytes + new.bytes where county = new.county and id = new.attempt;
    else
        update attempts set stored_bytes = stored_bytes - old.bytes where county = old.county and id = old.attempt;
    end if;
    return null;
end
$$;
create trigger voice_usage after insert or delete on self_review_voices for each row execute function note_voice();

-- As in V056, with the bytes of voices.
create or replace function recount_usage(of_county text, of_people uuid[]) returns bigint language plpgsql as $$
declare
    attempts_mended bigint;
    people_mended bigint;
begin
    perform 1 from attempts where county = of_county and trainee = any(of_people) order by id for update;
    perform 1 from storage_usage where county = of_county and person = any(of_people) order by person for update;

    update attempts kept set chunk_count = found.chunks, stored_bytes = found.bytes
    from (
        select a.id,
            coalesce(sent.chunks, 0) as chunks,
            coalesce(sent.bytes, 0) + coalesce((a.recording -> 'readings' ->> 'bytes')::bigint, 0)
                + coalesce(spoken.bytes, 0) as bytes
        from attempts a
        left join lateral (
            select count(*) as chunks, sum(c.size) as bytes from chunks c where c.county = a.county and c.attempt = a.id
        ) sent on a.chunks_deleted_at is null
        left join lateral (
            select sum(v.bytes) as bytes from self_review_voices v where v.county = a.county and v.attempt = a.id
        ) spoken on true
        where a.county = of_county and a.trainee = any(of_people)
    ) found
    where kept.county = of_county and kept.id = found.id
        and (kept.chunk_count, kept.stored_bytes) is distinct from (found.chunks, found.bytes);
    get diagnostics attempts_mended = row_count;

    insert into storage_usage as kept (county, person, bytes, chunks, open_attempts, photos)
    select of_county, one.person, coalesce(a.bytes, 0), coalesce(a.chunks, 0), coalesce(a.open, 0), coalesce(p.photos, 0)
    from unnest(of_people) as one (person)
    left join (
        select trainee, sum(stored_bytes) as bytes, sum(chunk_count) as chunks,
            count(*) filter (where state in ('planned', 'uploading')) as open
        from attempts where county = of_county and trainee = any(of_people) group by trainee
    ) a on a.trainee = one.person
    left join (
        select kept_by, count(*) as photos from photos
        where county = of_county and kept_by = any(of_people) group by kept_by
    ) p on p.kept_by = one.person
    left join storage_usage told on told.county = of_county and told.person = one.person
    where (coalesce(told.bytes, 0), coalesce(told.chunks, 0), coalesce(told.open_attempts, 0), coalesce(told.photos, 0))
        is distinct from (coalesce(a.bytes, 0), coalesce(a.chunks, 0), coalesce(a.open, 0), coalesce(p.photos, 0))
    order by one.person
    on conflict (county, person) do update set
        bytes = excluded.bytes,
        chunks = excluded.chunks,
        open_attempts = excluded.open_attempts,
        photos = excluded.photos;
    get diagnostics people_mended = row_count;
    return attempts_mended + people_mended;
end
$$;
