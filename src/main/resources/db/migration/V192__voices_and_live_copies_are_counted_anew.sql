-- V172 and V180 each added to the count of V056 and knew nothing of the other: whichever ran last decided.

-- Of these people; returns how many attempts and people were counted wrongly.
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
            select count(*) as chunks, sum(c.size) as bytes from (
                select size from chunks where county = a.county and attempt = a.id
                union all
                select size from live_copy_chunks where county = a.county and attempt = a.id
            ) c
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
