-- Phone numbers stand sealed in their columns, which only the application can do: what is there already is sealed by a job. In front of a sealed number stand letters
-- that say its end to whoever has the key; a number that is not sealed yet is turned round, as before.
select set_config('tianbo.county', '*', true);

create function phone_end(mobile text) returns text language sql immutable parallel safe as $$
    select case when strpos(mobile, '~') > 0 then split_part(mobile, '~', 1) else reverse(mobile) end
$$;

-- As V096 has them; the end is taken from the number, and no longer from a column of people, which nothing else read.
create or replace function list_trainees(of_county text, whom uuid[]) returns int language plpgsql as $$
declare
    gone int;
    changed int;
begin
    -- Two changes of one person wait for each other here, and what follows sees the first.
    perform 1 from listed_trainees where county = of_county and person = any(whom) order by person for update;
    delete from listed_trainees l where l.county = of_county and l.person = any(whom)
        and not exists (select 1 from enrolments e where e.county = of_county and e.trainee = l.person);
    get diagnostics gone = row_count;
    insert into listed_trainees as l (county, person, enrolment, cohort, name, reading, spellings, phone_end, village, stage, enrolled_at, last_active_at, left_at)
    select distinct on (e.trainee) e.county, e.trainee, e.id, e.cohort, lower(p.name), p.reading, p.spellings, phone_end(p.mobile), p.village, e.stage, e.enrolled_at,
        e.last_active_at, e.left_at
    from unnest(whom) as one (id)
    join enrolments e on e.county = of_county and e.trainee = one.id
    join people p on p.county = of_county and p.id = one.id
    order by e.trainee, e.left_at is null desc, e.id desc
    on conflict (county, person) do update set enrolment = excluded.enrolment, cohort = excluded.cohort, name = excluded.name, reading = excluded.reading,
        spellings = excluded.spellings, phone_end = excluded.phone_end, village = excluded.village, stage = excluded.stage, enrolled_at = excluded.enrolled_at,
        last_active_at = excluded.last_active_at, left_at = excluded.left_at
    where (l.enrolment, l.cohort, l.name, l.reading, l.spellings, l.phone_end, l.village, l.stage, l.enrolled_at, l.last_active_at, l.left_at)
        is distinct from (excluded.enrolment, excluded.cohort, excluded.name, excluded.reading, excluded.spellings, excluded.phone_end, excluded.village,
            excluded.stage, excluded.enrolled_at, excluded.last_active_at, excluded.left_at);
    get diagnostics changed = row_count;
    return gone + changed;
end
$$;

create or replace function a_person_is_listed_as_they_are() returns trigger language plpgsql as $$
begin
    update listed_trainees set name = lower(new.name), reading = new.reading, spellings = new.spellings, phone_end = phone_end(new.mobile), village = new.village
    where county = new.county and person = new.id;
    return null;
end
$$;

-- Puts the sealed text in the place of the one that was there, also where nothing else is ever changed. Where the same is there sealed already, one of a kind, somebody
-- has asked twice, one of them through a replica of the version before: that one goes.
create function seal_phone(of_county text, of_table text, of_column text, of_id uuid, was text, sealed text) returns void
language plpgsql security definer set search_path from current as $$
begin
    if of_table || '.' || of_column not in ('people.mobile', 'person_corrections.old_value', 'person_corrections.new_value', 'join_requests.mobile', 'transfers.mobile',
        'saved_lists.list', 'people_exports.list', 'correction_requests.old_value', 'correction_requests.new_value', 'correction_requests.reason') then
        raise exception '%.% holds no phone numbers', of_table, of_column;
    end if;
    if sealed !~ '~[0-9a-f]{4}:[A-Za-z0-9_-]{38}' then
        raise exception 'No phone number is sealed';
    end if;
    execute format('update %I set %I = $4 where county = $1 and id = $2 and %I = $3', of_table, of_column, of_column) using of_county, of_id, was, sealed;
exception when unique_violation then
    if of_table <> 'join_requests' then
        raise;
    end if;
    delete from join_requests where county = of_county and id = of_id and mobile = was and state = 'WAITING';
end
$$;
revoke execute on function seal_phone(text, text, text, uuid, text, text) from public;
grant execute on function seal_phone(text, text, text, uuid, text, text) to "${app_role}";

-- Last, for it keeps everybody from people until this here ends; a column that is generated anew would have all rows written anew meanwhile.
alter table people drop column phone_end;
