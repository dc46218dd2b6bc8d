-- Of a roster of fifty thousand, each slice was counted beside those of the slices before: PostgreSQL expected to find next to nobody of the class, joined by reading all of the class that were counted
-- already for each trainee of the slice, and took minutes. What is asked of one person at a time, with a limit, is looked up by their key, so that the time grows with the roster and not with its square:
-- the county is hidden in a sub-select, for of a county that its statistics do not know PostgreSQL expects one row, and then any index is as good to it as the right one; nothing is read by a plan of
-- another day, made when a table was small; and no table is read whole, as V361 has it.

-- As V230 has it, but for the order in which it looks things up.
create or replace function to_be_counted(of_county text, of_cohort uuid, of_trainees uuid[]) returns setof counted_trainees language sql stable as $$
    select e.county, e.cohort, e.trainee,
        coalesce(p.village, '00000000-0000-0000-0000-000000000000'),
        age_band(p.birth_year, e.enrolled_at),
        coalesce(p.category, ''),
        coalesce(road.held, 0) | 1,
        coalesce(road.gone, false),
        array[0, road.day_1, road.day_2, road.day_3, road.day_4, road.day_5, road.day_6, road.day_7, road.day_8, road.day_9, road.day_10]
    from (select distinct unnest(of_trainees)) as one (id)
    join lateral (
        select kept.county, kept.cohort, kept.trainee, kept.enrolled_at from enrolments kept
        where kept.county = (select of_county) and kept.cohort = of_cohort and kept.trainee = one.id limit 1
    ) as e on true
    join lateral (
        select known.village, known.birth_year, known.category from people known where known.county = (select of_county) and known.id = one.id limit 1
    ) as p on true
    left join lateral (
        select bit_or(1 << step.n) filter (where step.held) as held,
            bool_or(step.n = 0 and not step.held) as gone,
            max(step.days) filter (where step.n = 1) as day_1,
            max(step.days) filter (where step.n = 2) as day_2,
            max(step.days) filter (where step.n = 3) as day_3,
            max(step.days) filter (where step.n = 4) as day_4,
            max(step.days) filter (where step.n = 5) as day_5,
            max(step.days) filter (where step.n = 6) as day_6,
            max(step.days) filter (where step.n = 7) as day_7,
            max(step.days) filter (where step.n = 8) as day_8,
            max(step.days) filter (where step.n = 9) as day_9,
            max(step.days) filter (where step.n = 10) as day_10
        from (
            select last.n, last.held,
                case when last.held then greatest(0, floor(extract(epoch from last.at - coalesce(
                    lag(last.at) over (partition by last.n = 0 or last.held order by last.n), last.at)) / 86400))::int end as days
            from (
                select distinct on (m.stage) stage_number(m.stage) as n, m.change = 'REACHED' as held,
                    case when m.stage = 'ENROLLED' then e.enrolled_at else m.at end as at
                from milestones m
                where m.county = (select of_county) and m.cohort = of_cohort and m.trainee = one.id
                order by m.stage, m.ordinal desc
            ) as last
        ) as step
    ) as road on true
$$;

-- Counts as V230 does; what it waits for V238 says.
create or replace function count_trainees(of_county text, of_cohort uuid, of_trainees uuid[]) returns integer language plpgsql set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
    changed integer;
begin
    perform 1 from counted_trainees c where c.county = of_county and c.cohort = of_cohort and c.trainee = any(of_trainees) order by c.trainee for update;

    with changing as (
        select fresh, found.counted as before
        from to_be_counted(of_county, of_cohort, of_trainees) as fresh
        left join lateral (
            select c as counted from counted_trainees c where c.county = (select of_county) and c.cohort = of_cohort and c.trainee = fresh.trainee limit 1
        ) as found on true
        where (found.counted).trainee is null or found.counted is distinct from fresh
    ), taken_off as (
        insert into count_changes (county, sign, cohort, village, age_band, category, held, gone, days)
        select of_county, -1, of_cohort, (before).village, (before).age_band, (before).category, (before).held, (before).gone, (before).days
        from changing where (before).trainee is not null
    ), added as (
        insert into count_changes (county, sign, cohort, village, age_band, category, held, gone, days)
        select of_county, 1, of_cohort, (fresh).village, (fresh).age_band, (fresh).category, (fresh).held, (fresh).gone, (fresh).days
        from changing
    ), kept as (
        insert into counted_trainees select (fresh).* from changing
        on conflict (county, cohort, trainee) do update set
            village = excluded.village, age_band = excluded.age_band, category = excluded.category,
            held = excluded.held, gone = excluded.gone, days = excluded.days
    )
    select count(*) into changed from changing;
    return changed;
end
$$;

-- As V249 has it, but for the order in which it looks things up.
create or replace function list_trainees(of_county text, whom uuid[]) returns int language plpgsql set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
    gone int;
    changed int;
begin
    -- Two changes of one person wait for each other here, and what follows sees the first.
    perform 1 from listed_trainees where county = of_county and person = any(whom) order by person for update;
    -- With an offset, which says nothing here, each is asked for alone.
    delete from listed_trainees l where l.county = of_county and l.person = any(whom)
        and not exists (select 1 from enrolments e where e.county = (select of_county) and e.trainee = l.person offset 0);
    get diagnostics gone = row_count;
    insert into listed_trainees as l (county, person, enrolment, cohort, name, reading, spellings, phone_end, village, stage, enrolled_at, last_active_at, left_at)
    select of_county, one.id, e.id, e.cohort, lower(p.name), p.reading, p.spellings, phone_end(p.mobile), p.village, e.stage, e.enrolled_at,
        e.last_active_at, e.left_at
    from (select distinct unnest(whom)) as one (id)
    join lateral (
        select kept.id, kept.cohort, kept.stage, kept.enrolled_at, kept.last_active_at, kept.left_at from enrolments kept
        where kept.county = (select of_county) and kept.trainee = one.id order by kept.left_at is null desc, kept.id desc limit 1
    ) as e on true
    join lateral (
        select known.name, known.reading, known.spellings, known.mobile, known.village from people known
        where known.county = (select of_county) and known.id = one.id limit 1
    ) as p on true
    order by one.id
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
