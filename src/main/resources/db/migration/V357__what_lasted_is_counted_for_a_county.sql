-- What lasted is read as counts, however many people a county has: how many of each round earn about so much, and who earns at all. Whoever counts an income anew appends to income_changes
-- what it was and what it is now, without a row that two of them would wait for; a job folds the changes into income_counts, who reads adds those that are not folded yet, and a job of the
-- night proves both equal to the incomes themselves. One exact amount in the middle of many is found through an index on them (V358). What was counted before is added by V359.

-- How wide a band of amounts is, of a yuan and more: half of what its first digit stands for, so eighteen of them from a number of digits to the next.
create function income_band_width(fen bigint) returns bigint language sql immutable parallel safe as $$
    select (10::numeric ^ (length(fen::text) - 1))::bigint / 2
$$;

-- The smallest amount of its band; below a yuan the amount itself, and zero where nothing is known.
create function income_band(fen bigint) returns bigint language sql immutable parallel safe as $$
    select case when fen is null then 0 when fen < 100 then fen else fen - fen % income_band_width(fen) end
$$;

-- EARNER has whoever earns by a file or as the office saw it, once in a round, whatever classes they are in; the other kinds are those of round_incomes.
create table income_counts (
    county text not null references counties,
    kind text not null,
    round smallint not null,
    band bigint not null,
    people integer not null,
    fen bigint not null,
    primary key (county, kind, round, band)
);
select protect_by_county('income_counts');

create table income_changes (
    county text not null references counties,
    id bigint generated always as identity,
    kind text not null,
    round smallint not null,
    band bigint not null,
    people integer not null,
    fen bigint not null,
    primary key (county, id)
);
select protect_by_county('income_changes');

-- In how many classes somebody earns when a round is due.
create table round_earners (
    county text not null references counties,
    trainee uuid not null,
    round smallint not null,
    classes integer not null,
    primary key (county, trainee, round)
);
select protect_by_county('round_earners');

-- As V233 has it; says besides what has changed of a county's counts.
create or replace function count_incomes(of_county text, of_cohort uuid, of_trainees uuid[], due jsonb) returns integer language plpgsql as $$
declare
    differing integer;
begin
    perform 1 from enrolments e
    where e.county = of_county and e.cohort = of_cohort and e.trainee = any(of_trainees)
    order by e.trainee for no key update;

    with fresh as (
        select * from recorded_incomes(of_county, of_cohort, of_trainees, due)
    ), changing as (
        select f.*, before.month = f.month as same_month, before.trainee is not null as was_counted, before.kind as kind_before, before.fen as fen_before
        from fresh f left join round_incomes before
            on before.county = of_county and before.cohort = of_cohort and before.trainee = f.trainee and before.round = f.round
        where before.trainee is null or (before.month, before.kind, before.fen) is distinct from (f.month, f.kind, f.fen)
    ), kept as (
        insert into round_incomes (county, cohort, trainee, round, month, kind, fen)
        select of_county, of_cohort, trainee, round, month, kind, fen from changing order by trainee, round
        on conflict (county, cohort, trainee, round) do update set month = excluded.month, kind = excluded.kind, fen = excluded.fen
    ), taken_off as (
        delete from round_incomes i
        where i.county = of_county and i.cohort = of_cohort and i.trainee = any(of_trainees)
            and not exists (select 1 from fresh f where f.trainee = i.trainee and f.round = i.round)
        returning i.trainee, i.round, i.kind, i.fen
    ), moved as (
        select 1 as sign, trainee, round, kind, fen from changing
        union all
        select -1, trainee, round, kind_before, fen_before from changing where was_counted
        union all
        select -1, trainee, round, kind, fen from taken_off
    ), earning as (
        select trainee, round, sum(sign)::int as classes from moved
        where kind in ('CONFIRMED', 'VERIFIED') and fen > 0 group by trainee, round having sum(sign) <> 0
    ), earners as (
        insert into round_earners as known (county, trainee, round, classes)
        select of_county, trainee, round, classes from earning order by trainee, round
        on conflict (county, trainee, round) do update set classes = known.classes + excluded.classes
        returning known.trainee, known.round, known.classes
    ), turned as (
        select e.round, sum((e.classes > 0)::int - (e.classes - c.classes > 0)::int)::int as people
        from earners e join earning c on c.trainee = e.trainee and c.round = e.round group by e.round
    ), appended as (
        insert into income_changes (county, kind, round, band, people, fen)
        select of_county, kind, round, income_band(fen), sum(sign), coalesce(sum(sign * fen), 0) from moved
        group by kind, round, income_band(fen) having sum(sign) <> 0 or coalesce(sum(sign * fen), 0) <> 0
        union all
        select of_county, 'EARNER', round, 0, people, 0 from turned where people <> 0
    )
    select count(*) filter (where same_month) into differing from changing;
    return differing;
end
$$;

-- Folds the oldest changes of a county into its counts; returns how many. One transaction a county does so at a time.
create function fold_income_changes(of_county text, most integer) returns integer language plpgsql as $$
declare
    folded integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with taken as (
        delete from income_changes
        where county = of_county
            and id in (select oldest.id from income_changes oldest where oldest.county = of_county order by oldest.id limit most)
        returning *
    ), counted as (
        insert into income_counts as kept
        select of_county, kind, round, band, sum(people), sum(fen) from taken group by kind, round, band
        on conflict (county, kind, round, band) do update set people = kept.people + excluded.people, fen = kept.fen + excluded.fen
    )
    select count(*) into folded from taken;
    return folded;
end
$$;

-- Counts a county anew from its incomes, without what is still to be folded, and adds what was missing; returns how many sums were wrong.
create function recount_incomes(of_county text) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with earning as (
        select trainee, round, count(*)::int as classes from round_incomes
        where county = of_county and kind in ('CONFIRMED', 'VERIFIED') and fen > 0 group by trainee, round
    ), compared as (
        select kind, round, income_band(fen) as band, count(*) as people, coalesce(sum(fen), 0) as fen
        from round_incomes where county = of_county group by kind, round, income_band(fen)
        union all
        select 'EARNER', round, 0, count(*), 0 from earning group by round
        union all
        select kind, round, band, -people, -fen from income_changes where county = of_county
        union all
        select kind, round, band, -people, -fen from income_counts where county = of_county
    ), differing as (
        select kind, round, band, sum(people) as people, sum(fen) as fen from compared
        group by kind, round, band having sum(people) <> 0 or sum(fen) <> 0
    ), counted as (
        insert into income_counts as kept
        select of_county, kind, round, band, people, fen from differing
        on conflict (county, kind, round, band) do update set people = kept.people + excluded.people, fen = kept.fen + excluded.fen
    ), differing_earners as (
        select coalesce(c.trainee, e.trainee) as trainee, coalesce(c.round, e.round) as round, coalesce(c.classes, 0) - coalesce(e.classes, 0) as classes
        from earning c full join (select * from round_earners where county = of_county) e on e.trainee = c.trainee and e.round = c.round
        where coalesce(c.classes, 0) <> coalesce(e.classes, 0)
    ), earners as (
        insert into round_earners as known
        select of_county, trainee, round, classes from differing_earners order by trainee, round
        on conflict (county, trainee, round) do update set classes = known.classes + excluded.classes
    )
    select (select count(*) from differing) + (select count(*) from differing_earners) into mended;
    return mended;
end
$$;
