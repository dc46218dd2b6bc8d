-- What was left of erased people: what counties told each other of them, words said and written about them, what they were searched by, and rehearsals that came back
-- because they were still being processed. The words that stay in the way of a check become a sign.

create or replace function erase_from_register(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
declare
    known record;
    written text;
begin
    perform require_erasure(of_county, of_person);
    select coalesce(nullif(name, ''), of_person::text) as name, coalesce(mobile, '') as mobile into known from people where county = of_county and id = of_person;
    -- Their name as it stands in addresses. A second run finds the sign that took the name's place, of which nothing was ever written.
    written := regexp_replace(upper(encode(convert_to(known.name, 'UTF8'), 'hex')), '(..)', '%\1', 'g');
    delete from saved_lists where county = of_county and (strpos(name, known.name) > 0 or strpos(list, known.name) > 0
        or strpos(upper(list), written) > 0 or (known.mobile <> '' and strpos(list, known.mobile) > 0));
    update people_exports set list = 'q=%C3%97' where county = of_county and (strpos(list, known.name) > 0
        or strpos(upper(list), written) > 0 or (known.mobile <> '' and strpos(list, known.mobile) > 0));
    delete from join_requests where county = of_county
        and (person = of_person or (person is null and name = known.name and mobile = known.mobile));
    update card_run_people set pin = null, card = null, state = case state when 'WAITING' then 'GONE' else state end
        where county = of_county and person = of_person;
    update quotas set note = '' where county = of_county and person = of_person;
    delete from person_corrections where county = of_county and person = of_person;
    delete from sign_ins where county = of_county and person = of_person;
    delete from mentorships where county = of_county and trainee = of_person;
    update cards set login = '' where county = of_county and person = of_person;
end
$$;

-- Both counties' rows of each of their transfers; one under way is taken back. The one moment in which an erasure sees more than its own county.
create function erase_from_transfers(of_county text, of_person uuid) returns void language plpgsql security definer
set search_path from current set "tianbo.county" to '*' as $$
begin
    perform require_erasure(of_county, of_person);
    if exists (select 1 from transfers where county = of_county and person = of_person and state = 'ACCEPTING') then
        raise exception '% is just being taken in by another county', of_person;
    end if;
    update transfers t set name = '', mobile = '', gender = '', category = '', reason = '',
        paper = case when t.paper is null then null else '' end,
        decision = case when t.decision is null then null else '' end,
        state = case when t.state in ('ASKED', 'CONSENTED') then 'TAKEN_BACK' else t.state end,
        decided_at = case when t.state in ('ASKED', 'CONSENTED') then now() else t.decided_at end
        from transfers mine
        where mine.county = of_county and mine.person = of_person and t.id = mine.id
        and (t.county = mine.county or t.county = mine.other);
end
$$;
revoke execute on function erase_from_transfers(text, uuid) from public;
grant execute on function erase_from_transfers(text, uuid) to "${app_role}";

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
        chunks_deleted_at = coalesce(chunks_deleted_at, now())
        where county = of_county and trainee = of_person;
    perform recount_usage(of_county, array[of_person]);
end
$$;

create or replace function erase_from_store(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
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
    update held_order_lines o set host_id = '', host_name = '' from stores s
        where s.county = of_county and s.trainee = of_person and o.county = s.county and o.store = s.id;
    update order_decisions d set reason = '×' from order_lines o join stores s on s.county = o.county and s.id = o.store
        where s.county = of_county and s.trainee = of_person
        and d.county = o.county and d.platform = o.platform and d.order_no = o.order_no;
    update order_decisions d set reason = '×' from stores s
        where s.county = of_county and s.trainee = of_person and d.county = s.county and d.store = s.id;
    delete from session_photos f using photos p
        where p.county = of_county and p.trainee = of_person and f.county = p.county and f.photo = p.id;
    delete from follow_up_photos f using photos p left join stores s on s.county = p.county and s.id = p.store
        where p.county = of_county and coalesce(p.trainee, s.trainee) = of_person and f.county = p.county and f.photo = p.id;
    delete from photos p where p.county = of_county and (p.trainee = of_person
        or p.store in (select s.id from stores s where s.county = of_county and s.trainee = of_person));
    perform recount_usage(of_county, array[of_person]);
end
$$;

create or replace function erase_from_attendance(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update attendance_entries set device = null, reason = case reason when '' then '' else '×' end where county = of_county and trainee = of_person and (device is not null or reason <> '');
    update ledger_flag_decisions d set reason = '×' from ledger_flags f
        where f.county = of_county and of_person = any(f.people) and d.county = f.county and d.flag = f.id;
end
$$;

create or replace function erase_from_cohort(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    perform erase_from_transfers(of_county, of_person);
    update satisfaction_answers set words = '' where county = of_county and trainee = of_person;
    update certificate_revocations r set reason = '×' from certificates c
        where c.county = of_county and c.trainee = of_person and r.county = c.county and r.certificate = c.id;
    update follow_up_flag_decisions d set reason = '×'
        from follow_up_flags f join follow_up_visits v on v.county = f.county and v.id = f.visit
        where v.county = of_county and v.trainee = of_person and d.county = f.county and d.flag = f.id;
    update enrolments set left_reason = '×' where county = of_county and trainee = of_person and left_at is not null;
    update milestones set reason = null where county = of_county and trainee = of_person and reason is not null;
    update calls set note = '' where county = of_county and trainee = of_person;
    update spot_check_calls c set words = '×' from follow_up_visits v
        where v.county = of_county and v.trainee = of_person and c.county = v.county and c.visit = v.id and c.words <> '';
    update follow_up_visits set store_why = '', help = '', next_step = '', satisfaction_words = '', text_digest = null,
        reason = case reason when '' then '' else '×' end,
        latitude = null, longitude = null, accuracy_m = null
        where county = of_county and trainee = of_person;
end
$$;

create or replace function erase_from_requests(of_county text, of_person uuid) returns void language plpgsql security definer set search_path from current as $$
begin
    perform require_erasure(of_county, of_person);
    update correction_requests r set state = 'REFUSED', decided_by = e.decided_by, decided_at = now() from erasures e
        where r.county = of_county and r.person = of_person and r.state = 'WAITING'
        and e.county = r.county and e.person = r.person and e.state = 'CONFIRMED';
    update correction_requests set old_value = '', new_value = '', reason = '', words = '' where county = of_county and person = of_person;
    update erasures set reason = '' where county = of_county and person = of_person and asked_by = of_person;
end
$$;
