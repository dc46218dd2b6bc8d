-- The county's dashboards read counts, not people. What of each trainee in each class is counted stands in counted_trainees; whatever changes it appends what it was and what it is
-- now to count_changes, in the same transaction and without a row that two of them would wait for. A job folds the changes into stage_counts and stage_days; who reads adds those
-- that are not folded yet. A job of the night counts anew from the milestones.
select set_config('tianbo.county', '*', true);

-- From the identity number on a roster; null for whoever came without one.
alter table people add column birth_year smallint;

-- held has a bit for each stage, the first for everyone ever enrolled; days[n] is the days between the nth stage and the one held before it, null where it is not held.
create table counted_trainees (
    county text not null references counties,
    cohort uuid not null,
    trainee uuid not null,
    village uuid not null,
    age_band smallint not null,
    category text not null,
    held integer not null,
    gone boolean not null,
    days integer[] not null,
    primary key (county, cohort, trainee),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee)
);
create index counted_trainees_by_village on counted_trainees (county, village, trainee, cohort);
create index counted_trainees_in_order on counted_trainees (county, trainee, cohort);
select protect_by_county('counted_trainees');

create table count_changes (
    county text not null references counties,
    id bigint generated always as identity,
    sign smallint not null check (sign in (-1, 1)),
    cohort uuid not null,
    village uuid not null,
    age_band smallint not null,
    category text not null,
    held integer not null,
    gone boolean not null,
    days integer[] not null,
    primary key (county, id)
);
select protect_by_county('count_changes');

-- One row for each combination that occurs. grain says by what it is narrowed: 7 by nothing but the class, 5 by age, 6 by category, 4 by age and category, 3 by village, 0 by all three;
-- what it is not narrowed by stands as a zero. A reader names the grain and finds as many rows as there are classes and villages asked for.
create table stage_counts (
    county text not null references counties,
    grain smallint not null check (grain in (0, 3, 4, 5, 6, 7)),
    cohort uuid not null,
    village uuid not null,
    age_band smallint not null,
    category text not null,
    enrolled integer not null,
    learning integer not null,
    practising integer not null,
    graded integer not null,
    ready integer not null,
    certified integer not null,
    store_opened integer not null,
    first_order integer not null,
    steady_3 integer not null,
    steady_6 integer not null,
    steady_12 integer not null,
    gone integer not null,
    primary key (county, grain, cohort, village, age_band, category)
);
create index stage_counts_by_village on stage_counts (county, grain, village);
select protect_by_county('stage_counts');

-- How many of a class took so many days to the stage from the one before it.
create table stage_days (
    county text not null references counties,
    cohort uuid not null,
    stage smallint not null,
    days integer not null,
    trainees integer not null,
    primary key (county, cohort, stage, days)
);
select protect_by_county('stage_days');

-- Where a stage stands on the road, from 0.
create function stage_number(stage text) returns integer language sql immutable parallel safe as $$
    select array_position(array['ENROLLED', 'LEARNING', 'PRACTISING', 'GRADED', 'READY', 'CERTIFIED', 'STORE_OPENED',
        'FIRST_ORDER', 'STEADY_3', 'STEADY_6', 'STEADY_12'], stage) - 1
$$;

-- The band of the age at which somebody joined a class: 1 under 30, 2 from 30, 3 from 40, 4 from 50, 5 from 60; 0 where it is not known.
create function age_band(birth_year smallint, joined timestamptz) returns smallint language sql immutable parallel safe as $$
    select case when birth_year is null then 0
        else 1 + width_bucket(extract(year from joined at time zone 'Asia/Shanghai')::int - birth_year, array[30, 40, 50, 60]) end::smallint
$$;

-- What has to be counted of these people of a class, by their milestones: the last fact about a stage says whether it is held.
create function to_be_counted(of_county text, of_cohort uuid, of_trainees uuid[]) returns setof counted_trainees language sql stable as $$
    select e.county, e.cohort, e.trainee,
        coalesce(p.village, '00000000-0000-0000-0000-000000000000'),
        age_band(p.birth_year, e.enrolled_at),
        coalesce(p.category, ''),
        coalesce(road.held, 0) | 1,
        coalesce(road.gone, false),
        array[0, road.day_1, road.day_2, road.day_3, road.day_4, road.day_5, road.day_6, road.day_7, road.day_8, road.day_9, road.day_10]
    from enrolments e
    join people p on p.county = e.county and p.id = e.trainee
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
                where m.county = e.county and m.cohort = e.cohort and m.trainee = e.trainee
                order by m.stage, m.ordinal desc
            ) as last
        ) as step
    ) as road on true
    where e.county = of_county and e.cohort = of_cohort and e.trainee = any(of_trainees)
$$;

-- Counts these people of a class by what is recorded now; returns how many were counted otherwise before. Two transactions about the same person wait for each other
-- and the later one sees what the earlier did.
create function count_trainees(of_county text, of_cohort uuid, of_trainees uuid[]) returns integer language plpgsql as $$
declare
    changed integer;
begin
    perform 1 from counted_trainees c where c.county = of_county and c.cohort = of_cohort and c.trainee = any(of_trainees) order by c.trainee for update;

    with changing as (
        select fresh, before
        from to_be_counted(of_county, of_cohort, of_trainees) as fresh
        left join counted_trainees as before
            on before.county = of_county and before.cohort = of_cohort and before.trainee = fresh.trainee
        where before.trainee is null or before is distinct from fresh
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

-- Folds the oldest changes of a county into its counts; returns how many. One transaction a county does so at a time.
create function fold_count_changes(of_county text, most integer) returns integer language plpgsql as $$
declare
    folded integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with taken as (
        delete from count_changes
        where county = of_county
            and id in (select oldest.id from count_changes oldest where oldest.county = of_county order by oldest.id limit most)
        returning *
    ), summed as (
        select grouping(village, age_band, category) as grain, cohort, village, age_band, category,
            sum(sign) as enrolled,
            sum(sign * (held >> 1 & 1)) as learning,
            sum(sign * (held >> 2 & 1)) as practising,
            sum(sign * (held >> 3 & 1)) as graded,
            sum(sign * (held >> 4 & 1)) as ready,
            sum(sign * (held >> 5 & 1)) as certified,
            sum(sign * (held >> 6 & 1)) as store_opened,
            sum(sign * (held >> 7 & 1)) as first_order,
            sum(sign * (held >> 8 & 1)) as steady_3,
            sum(sign * (held >> 9 & 1)) as steady_6,
            sum(sign * (held >> 10 & 1)) as steady_12,
            sum(sign * gone::int) as gone
        from taken
        group by cohort, grouping sets ((), (age_band), (category), (age_band, category), (village), (village, age_band, category))
    ), counted as (
        insert into stage_counts as kept
        select of_county, grain, cohort, coalesce(village, '00000000-0000-0000-0000-000000000000'), coalesce(age_band, 0), coalesce(category, ''),
            enrolled, learning, practising, graded, ready, certified, store_opened, first_order, steady_3, steady_6, steady_12, gone
        from summed
        on conflict (county, grain, cohort, village, age_band, category) do update set
            enrolled = kept.enrolled + excluded.enrolled,
            learning = kept.learning + excluded.learning,
            practising = kept.practising + excluded.practising,
            graded = kept.graded + excluded.graded,
            ready = kept.ready + excluded.ready,
            certified = kept.certified + excluded.certified,
            store_opened = kept.store_opened + excluded.store_opened,
            first_order = kept.first_order + excluded.first_order,
            steady_3 = kept.steady_3 + excluded.steady_3,
            steady_6 = kept.steady_6 + excluded.steady_6,
            steady_12 = kept.steady_12 + excluded.steady_12,
            gone = kept.gone + excluded.gone
    ), timed as (
        insert into stage_days as kept
        select of_county, t.cohort, one.stage - 1, one.days, sum(t.sign)
        from taken t, unnest(t.days) with ordinality as one (days, stage)
        where one.days is not null and one.stage > 1
        group by t.cohort, one.stage, one.days
        having sum(t.sign) <> 0
        on conflict (county, cohort, stage, days) do update set trainees = kept.trainees + excluded.trainees
    )
    select count(*) into folded from taken;
    return folded;
end
$$;

-- Counts a class anew from its counted trainees, without what is still to be folded, and adds what was missing; returns how many sums were wrong.
create function recount_class(of_county text, of_cohort uuid) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with single as (
        select 1 as sign, village, age_band, category, held, gone, days from counted_trainees where county = of_county and cohort = of_cohort
        union all
        select -sign, village, age_band, category, held, gone, days from count_changes where county = of_county and cohort = of_cohort
    ), compared as (
        select grouping(village, age_band, category) as grain,
            coalesce(village, '00000000-0000-0000-0000-000000000000') as village, coalesce(age_band, 0) as age_band, coalesce(category, '') as category,
            sum(sign) as enrolled,
            sum(sign * (held >> 1 & 1)) as learning,
            sum(sign * (held >> 2 & 1)) as practising,
            sum(sign * (held >> 3 & 1)) as graded,
            sum(sign * (held >> 4 & 1)) as ready,
            sum(sign * (held >> 5 & 1)) as certified,
            sum(sign * (held >> 6 & 1)) as store_opened,
            sum(sign * (held >> 7 & 1)) as first_order,
            sum(sign * (held >> 8 & 1)) as steady_3,
            sum(sign * (held >> 9 & 1)) as steady_6,
            sum(sign * (held >> 10 & 1)) as steady_12,
            sum(sign * gone::int) as gone
        from single
        group by grouping sets ((), (age_band), (category), (age_band, category), (village), (village, age_band, category))
        union all
        select grain, village, age_band, category, -enrolled, -learning, -practising, -graded, -ready, -certified, -store_opened, -first_order, -steady_3, -steady_6, -steady_12, -gone
        from stage_counts where county = of_county and cohort = of_cohort
    ), differing as (
        select grain, village, age_band, category,
            sum(enrolled) as enrolled, sum(learning) as learning, sum(practising) as practising, sum(graded) as graded, sum(ready) as ready, sum(certified) as certified,
            sum(store_opened) as store_opened, sum(first_order) as first_order, sum(steady_3) as steady_3, sum(steady_6) as steady_6, sum(steady_12) as steady_12, sum(gone) as gone
        from compared group by grain, village, age_band, category
        having (sum(enrolled), sum(learning), sum(practising), sum(graded), sum(ready), sum(certified), sum(store_opened), sum(first_order), sum(steady_3), sum(steady_6), sum(steady_12), sum(gone)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    ), counted as (
        insert into stage_counts as kept
        select of_county, grain, of_cohort, village, age_band, category, enrolled, learning, practising, graded, ready, certified, store_opened, first_order, steady_3, steady_6, steady_12, gone
        from differing
        on conflict (county, grain, cohort, village, age_band, category) do update set
            enrolled = kept.enrolled + excluded.enrolled,
            learning = kept.learning + excluded.learning,
            practising = kept.practising + excluded.practising,
            graded = kept.graded + excluded.graded,
            ready = kept.ready + excluded.ready,
            certified = kept.certified + excluded.certified,
            store_opened = kept.store_opened + excluded.store_opened,
            first_order = kept.first_order + excluded.first_order,
            steady_3 = kept.steady_3 + excluded.steady_3,
            steady_6 = kept.steady_6 + excluded.steady_6,
            steady_12 = kept.steady_12 + excluded.steady_12,
            gone = kept.gone + excluded.gone
    ), differing_days as (
        select stage, days, sum(trainees) as trainees
        from (
            select one.stage - 1 as stage, one.days, s.sign as trainees
            from single s, unnest(s.days) with ordinality as one (days, stage)
            where one.days is not null and one.stage > 1
            union all
            select stage, days, -trainees from stage_days where county = of_county and cohort = of_cohort
        ) as both_counts
        group by stage, days having sum(trainees) <> 0
    ), timed as (
        insert into stage_days as kept
        select of_county, of_cohort, stage, days, trainees from differing_days
        on conflict (county, cohort, stage, days) do update set trainees = kept.trainees + excluded.trainees
    )
    select (select count(*) from differing) + (select count(*) from differing_days) into mended;
    return mended;
end
$$;

-- Whatever a trainee reaches, loses, joins or leaves is a milestone, so this sees all of it, whoever writes it.
create function milestones_are_counted() returns trigger language plpgsql as $$
declare
    one record;
begin
    for one in select county, cohort, array_agg(distinct trainee) as trainees from appended group by county, cohort order by county, cohort loop
        perform count_trainees(one.county, one.cohort, one.trainees);
    end loop;
    return null;
end
$$;
create trigger milestones_are_counted after insert on milestones
    referencing new table as appended for each statement execute function milestones_are_counted();

-- Somebody moves to another village, or the roster is corrected: they are counted elsewhere from now on.
create function people_are_counted_where_they_are() returns trigger language plpgsql as $$
declare
    one record;
begin
    for one in select e.cohort from enrolments e where e.county = new.county and e.trainee = new.id order by e.cohort loop
        perform count_trainees(new.county, one.cohort, array[new.id]);
    end loop;
    return null;
end
$$;
create trigger people_are_counted_where_they_are after update of village, category, birth_year on people for each row
    when ((old.village, old.category, old.birth_year) is distinct from (new.village, new.category, new.birth_year))
    execute function people_are_counted_where_they_are();

-- Those who are here already.
do $$
declare
    one record;
begin
    for one in select county, cohort, array_agg(trainee) as trainees from enrolments group by county, cohort loop
        perform count_trainees(one.county, one.cohort, one.trainees);
    end loop;
    for one in select id from counties loop
        perform fold_count_changes(one.id, 2147483647);
    end loop;
end
$$;
