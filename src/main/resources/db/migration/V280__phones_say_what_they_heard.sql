-- What the phone that recorded an attempt heard of it, beside what the server measures.

alter table attempts add column phone_readings jsonb;

create or replace function erase_from_practice(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from chunks c using attempts a
        where a.county = of_county and a.trainee = of_person and c.county = a.county and c.attempt = a.id;
    delete from live_copy_chunks c using attempts a
        where a.county = of_county and a.trainee = of_person and c.county = a.county and c.attempt = a.id;
    delete from lives l using attempts a
        where a.county = of_county and a.trainee = of_person and l.county = a.county and l.attempt = a.id;
    delete from self_reviews s using attempts a
        where a.county = of_county and a.trainee = of_person and s.county = a.county and s.attempt = a.id;
    delete from self_review_voices s using attempts a
        where a.county = of_county and a.trainee = of_person and s.county = a.county and s.attempt = a.id;
    delete from attempt_pushes s using attempts a
        where a.county = of_county and a.trainee = of_person and s.county = a.county and s.attempt = a.id;
    delete from audience_records s using attempts a
        where a.county = of_county and a.trainee = of_person and s.county = a.county and s.attempt = a.id;
    -- What they said in the practice of others.
    delete from live_events e using live_viewers v
        where v.county = of_county and v.person = of_person and e.county = v.county and e.attempt = v.attempt and e.viewer = v.id;
    delete from live_viewers where county = of_county and person = of_person;
    -- Nothing is sent or made of them any more: what comes late finds no one who wants it.
    update attempts set state = 'failed', version = version + 1
        where county = of_county and trainee = of_person and state in ('planned', 'uploading', 'processing');
    update attempts set title = '', products = '[]', plan_details = null, marks = '[]', recording = null, copies = null,
        phone_readings = null, chunks_deleted_at = coalesce(chunks_deleted_at, now())
        where county = of_county and trainee = of_person;
    perform recount_usage(of_county, array[of_person]);
end
$$;
