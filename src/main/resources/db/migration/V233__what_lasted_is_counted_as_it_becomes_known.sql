-- What each trainee earned in the last whole month before each follow-up of a class was due, or as a visit has it in a later one, and how far it can be believed. The dashboard reads these rows and neither orders nor
-- visits; an order file, a visit and a roster count those whom they are about anew in their own transaction, a job everybody: rounds become due by the day alone.
create table round_incomes (
    county text not null references counties,
    cohort uuid not null,
    trainee uuid not null,
    round smallint not null check (round between 1 and 3),
    -- The first day of the month in which it was earned.
    month date not null,
    -- A platform's file before what the office saw, and that before what was told.
    kind text not null check (kind in ('CONFIRMED', 'VERIFIED', 'SELF_REPORTED', 'UNKNOWN')),
    fen bigint check ((fen is null) = (kind = 'UNKNOWN')),
    primary key (county, cohort, trainee, round),
    foreign key (county, cohort, trainee) references enrolments (county, cohort, trainee)
);
create index round_incomes_in_order on round_incomes (county, round, kind, trainee, cohort);
select protect_by_county('round_incomes');

-- What is recorded now of these people of a class; due has the rounds that are due by now, each with the last whole month before it. What a visit has of an earlier month says
-- nothing of the round.
create function recorded_incomes(of_county text, of_cohort uuid, of_trainees uuid[], due jsonb)
    returns table (trainee uuid, round smallint, month date, kind text, fen bigint) language sql stable as $$
    select e.trainee, r.round,
        case when c.fen is null then coalesce(t.income_month, r.month) else r.month end,
        case when c.fen is not null then 'CONFIRMED' else coalesce(t.income_claim, 'UNKNOWN') end,
        coalesce(c.fen, t.income_fen)
    from jsonb_to_recordset(due) as r (round smallint, month date)
    join enrolments e on e.county = of_county and e.cohort = of_cohort and e.trainee = any(of_trainees)
    left join lateral (
        select sum(coalesce((
            select sum(l.paid_fen - l.refunded_fen) from order_lines l
            where l.county = m.county and l.store = m.store and l.state = 'COMPLETED'
                and l.ordered_at >= m.month::timestamp at time zone 'Asia/Shanghai'
                and l.ordered_at < (m.month + interval '1 month') at time zone 'Asia/Shanghai'), 0))::bigint as fen
        from stores s join settled_months m on m.county = s.county and m.store = s.id and m.month = r.month
        where s.county = of_county and s.trainee = e.trainee
    ) c on true
    left join lateral (
        select v.income_fen, v.income_claim, v.income_month from follow_up_visits v
        where v.county = of_county and v.cohort = of_cohort and v.trainee = e.trainee and v.round = r.round
            and v.income_month >= r.month and not v.withdrawn
            and not exists (select 1 from follow_up_visits k where k.county = v.county and k.corrects = v.id)
        order by v.counts_on desc, v.id desc limit 1
    ) t on true
$$;

-- Those of them of whom another income is counted than is recorded, or none yet.
create function differing_incomes(of_county text, of_cohort uuid, of_trainees uuid[], due jsonb) returns setof uuid language sql stable as $$
    select distinct coalesce(f.trainee, before.trainee)
    from recorded_incomes(of_county, of_cohort, of_trainees, due) f
    full join (
        select i.* from round_incomes i where i.county = of_county and i.cohort = of_cohort and i.trainee = any(of_trainees)
    ) before on before.trainee = f.trainee and before.round = f.round
    where before.trainee is null or f.trainee is null or (before.month, before.kind, before.fen) is distinct from (f.month, f.kind, f.fen)
$$;

-- Counts these people of a class anew. Returns how many rows said something else of the same month before. Whoever counts somebody of a class waits for whoever does so already,
-- the first time too, and sees what that one saw.
create function count_incomes(of_county text, of_cohort uuid, of_trainees uuid[], due jsonb) returns integer language plpgsql as $$
declare
    differing integer;
begin
    perform 1 from enrolments e
    where e.county = of_county and e.cohort = of_cohort and e.trainee = any(of_trainees)
    order by e.trainee for no key update;

    with fresh as (
        select * from recorded_incomes(of_county, of_cohort, of_trainees, due)
    ), changing as (
        select f.*, before.month = f.month as same_month
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
    )
    select count(*) filter (where same_month) into differing from changing;
    return differing;
end
$$;
