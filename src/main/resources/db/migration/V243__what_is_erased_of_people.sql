-- Takes names, words and places out of what a feature holds of somebody; what counts stays: times, scores, amounts, ids. They run as the owner of the tables,
-- of which the application may only append. Each may run again after a stop.

create function erase_from_register(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from person_corrections where county = of_county and person = of_person;
    delete from sign_ins where county = of_county and person = of_person;
    delete from mentorships where county = of_county and trainee = of_person;
    update cards set login = '' where county = of_county and person = of_person;
end
$$;
revoke execute on function erase_from_register(text, uuid) from public;
grant execute on function erase_from_register(text, uuid) to "${app_role}";

create function erase_from_learning(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update sync_records set device = null where county = of_county and person = of_person and device is not null;
end
$$;
revoke execute on function erase_from_learning(text, uuid) from public;
grant execute on function erase_from_learning(text, uuid) to "${app_role}";

create function erase_from_practice(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
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
    update attempts set title = '', products = '[]', plan_details = null, marks = '[]', recording = null, copies = null,
        chunks_deleted_at = coalesce(chunks_deleted_at, now())
        where county = of_county and trainee = of_person;
    perform recount_usage(of_county, array[of_person]);
end
$$;
revoke execute on function erase_from_practice(text, uuid) from public;
grant execute on function erase_from_practice(text, uuid) to "${app_role}";

create function erase_from_mentoring(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update reviews set title = '',
        draft = jsonb_strip_nulls(jsonb_build_object('marks', draft -> 'marks', 'compliance', draft -> 'compliance')),
        state = case when state in ('WAITING', 'CLAIMED') then 'WITHDRAWN' else state end,
        attempt_no = case when state in ('WAITING', 'CLAIMED') then null else attempt_no end,
        lease_until = null
        where county = of_county and trainee = of_person;
end
$$;
revoke execute on function erase_from_mentoring(text, uuid) from public;
grant execute on function erase_from_mentoring(text, uuid) to "${app_role}";

create function erase_from_store(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update gate_evidence e set words = '', link = '', photo = '' from stores s
        where s.county = of_county and s.trainee = of_person and e.county = s.county and e.store = s.id;
    update gate_checks c set note = '' from stores s
        where s.county = of_county and s.trainee = of_person and c.county = s.county and c.store = s.id;
    update store_turns t set link = '', note = '', photo = '' from stores s
        where s.county = of_county and s.trainee = of_person and t.county = s.county and t.store = s.id;
    update order_lines o set host_id = '', host_name = '' from stores s
        where s.county = of_county and s.trainee = of_person and o.county = s.county and o.store = s.id;
    delete from follow_up_photos f using photos p left join stores s on s.county = p.county and s.id = p.store
        where p.county = of_county and coalesce(p.trainee, s.trainee) = of_person and f.county = p.county and f.photo = p.id;
    delete from photos p where p.county = of_county and (p.trainee = of_person
        or p.store in (select s.id from stores s where s.county = of_county and s.trainee = of_person));
    perform recount_usage(of_county, array[of_person]);
end
$$;
revoke execute on function erase_from_store(text, uuid) from public;
grant execute on function erase_from_store(text, uuid) to "${app_role}";

create function erase_from_attendance(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update attendance_entries set device = null where county = of_county and trainee = of_person and device is not null;
end
$$;
revoke execute on function erase_from_attendance(text, uuid) from public;
grant execute on function erase_from_attendance(text, uuid) to "${app_role}";

create function erase_from_cohort(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    delete from join_requests where county = of_county and person = of_person;
    update enrolments set left_reason = '×' where county = of_county and trainee = of_person and left_at is not null;
    update milestones set reason = null where county = of_county and trainee = of_person and reason is not null;
    update calls set note = '' where county = of_county and trainee = of_person;
    update spot_check_calls c set words = '×' from follow_up_visits v
        where v.county = of_county and v.trainee = of_person and c.county = v.county and c.visit = v.id and c.words <> '';
    update follow_up_visits set store_why = '', help = '', next_step = '', satisfaction_words = '', text_digest = null,
        latitude = null, longitude = null, accuracy_m = null
        where county = of_county and trainee = of_person;
end
$$;
revoke execute on function erase_from_cohort(text, uuid) from public;
grant execute on function erase_from_cohort(text, uuid) to "${app_role}";

create function erase_from_requests(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update correction_requests set old_value = '', new_value = '', reason = '', words = '' where county = of_county and person = of_person;
    update erasures set reason = '' where county = of_county and person = of_person and asked_by = of_person;
end
$$;
revoke execute on function erase_from_requests(text, uuid) from public;
grant execute on function erase_from_requests(text, uuid) to "${app_role}";
