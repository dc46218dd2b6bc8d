-- How many of a county, of an age or of a category took so many days to each stage, whatever their class: as many rows as there are days, however many people there are.
-- What V230 folds is folded into these, too, by the very deletion that folds it, under the same lock. Those who are counted already
-- are counted by V238_2: the trigger holds up whoever writes until this here ends.
select set_config('tianbo.county', '*', true);

-- grain says by what a row is narrowed: 3 by nothing, 1 by age, 2 by category, 0 by both; what it is not narrowed by stands as a zero.
create table county_stage_days (
    county text not null references counties,
    grain smallint not null check (grain between 0 and 3),
    age_band smallint not null,
    category text not null,
    stage smallint not null,
    days integer not null,
    trainees integer not null,
    primary key (county, grain, age_band, category, stage, days)
);
select protect_by_county('county_stage_days');

create function folded_days_are_counted_for_the_county() returns trigger language plpgsql as $$
begin
    insert into county_stage_days as kept
    select f.county, grouping(f.age_band, f.category), coalesce(f.age_band, 0), coalesce(f.category, ''), one.stage - 1, one.days, sum(f.sign)
    from folded f, unnest(f.days) with ordinality as one (days, stage)
    where one.days is not null and one.stage > 1
    group by f.county, one.stage, one.days, grouping sets ((), (f.age_band), (f.category), (f.age_band, f.category))
    having sum(f.sign) <> 0
    on conflict (county, grain, age_band, category, stage, days) do update set trainees = kept.trainees + excluded.trainees;
    return null;
end
$$;
create trigger folded_days_are_counted_for_the_county after delete on count_changes
    referencing old table as folded for each statement execute function folded_days_are_counted_for_the_county();

-- Counts a county's days anew from its counted trainees, without what is still to be folded, and adds what was missing; returns how many sums were wrong.
create function recount_county_days(of_county text) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with single as (
        select 1 as sign, age_band, category, days from counted_trainees where county = of_county
        union all
        select -sign, age_band, category, days from count_changes where county = of_county
    ), differing as (
        select grain, age_band, category, stage, days, sum(trainees) as trainees
        from (
            select grouping(s.age_band, s.category) as grain, coalesce(s.age_band, 0) as age_band, coalesce(s.category, '') as category,
                one.stage - 1 as stage, one.days, sum(s.sign) as trainees
            from single s, unnest(s.days) with ordinality as one (days, stage)
            where one.days is not null and one.stage > 1
            group by one.stage, one.days, grouping sets ((), (s.age_band), (s.category), (s.age_band, s.category))
            union all
            select grain, age_band, category, stage, days, -trainees from county_stage_days where county = of_county
        ) as both_counts
        group by grain, age_band, category, stage, days having sum(trainees) <> 0
    ), counted as (
        insert into county_stage_days as kept
        select of_county, grain, age_band, category, stage, days, trainees from differing
        on conflict (county, grain, age_band, category, stage, days) do update set trainees = kept.trainees + excluded.trainees
    )
    select count(*) into mended from differing;
    return mended;
end
$$;
