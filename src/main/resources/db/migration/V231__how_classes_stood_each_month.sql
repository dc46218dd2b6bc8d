-- How a class stood at the end of a month, by what had been recorded until then: a month that is over is counted once, from the milestones, and stays as it was known.
create table stage_months (
    county text not null references counties,
    cohort uuid not null,
    month date not null check (extract(day from month) = 1),
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
    primary key (county, cohort, month),
    foreign key (county, cohort) references cohorts (county, id)
);
create index stage_months_of_county on stage_months (county, month);
select protect_by_county('stage_months');
revoke update, delete on stage_months from "${app_role}";

-- Counts the months of a class that are over before the one that begins on that day, and not counted yet; returns how many.
create function count_months(of_county text, of_cohort uuid, this_month date) returns integer language plpgsql as $$
declare
    one date;
    counted integer := 0;
begin
    for one in
        select month::date from generate_series(
            coalesce(
                (select max(m.month) + interval '1 month' from stage_months m where m.county = of_county and m.cohort = of_cohort),
                (select date_trunc('month', min(e.enrolled_at) at time zone 'Asia/Shanghai') from enrolments e where e.county = of_county and e.cohort = of_cohort)),
            this_month - interval '1 month', interval '1 month') as month
    loop
        insert into stage_months
        select of_county, of_cohort, one,
            count(*) filter (where stage = 'ENROLLED'),
            count(*) filter (where stage = 'LEARNING' and reached),
            count(*) filter (where stage = 'PRACTISING' and reached),
            count(*) filter (where stage = 'GRADED' and reached),
            count(*) filter (where stage = 'READY' and reached),
            count(*) filter (where stage = 'CERTIFIED' and reached),
            count(*) filter (where stage = 'STORE_OPENED' and reached),
            count(*) filter (where stage = 'FIRST_ORDER' and reached),
            count(*) filter (where stage = 'STEADY_3' and reached),
            count(*) filter (where stage = 'STEADY_6' and reached),
            count(*) filter (where stage = 'STEADY_12' and reached),
            count(*) filter (where stage = 'ENROLLED' and not reached)
        from (
            select distinct on (m.trainee, m.stage) m.stage, m.change = 'REACHED' as reached
            from milestones m
            where m.county = of_county and m.cohort = of_cohort
                and m.recorded_at < (one + interval '1 month') at time zone 'Asia/Shanghai'
            order by m.trainee, m.stage, m.ordinal desc
        ) as last
        on conflict (county, cohort, month) do nothing;
        counted := counted + 1;
    end loop;
    return counted;
end
$$;
