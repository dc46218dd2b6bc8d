-- What a class answered is read as counts, however many answered. An answer counts its class anew in its own transaction, a job of the night all of them. What was answered before is
-- counted by V374.

-- Of the first answer of each trainee in a round: how many there are, and which faces those chose that are published, five at a time as they came.
create table satisfaction_counts (
    county text not null references counties,
    cohort uuid not null,
    round smallint not null,
    answered integer not null,
    good integer not null,
    fair integer not null,
    poor integer not null,
    primary key (county, cohort, round),
    foreign key (county, cohort) references cohorts (county, id)
);
select protect_by_county('satisfaction_counts');

-- Five are published at a time, as SatisfactionCounts.FEWEST has it for their words.
create function satisfaction_of(of_county text, of_cohort uuid) returns setof satisfaction_counts language sql stable as $$
    select of_county, of_cohort, round, n::int,
        count(*) filter (where face = 'GOOD' and place <= n / 5 * 5)::int,
        count(*) filter (where face = 'FAIR' and place <= n / 5 * 5)::int,
        count(*) filter (where face = 'POOR' and place <= n / 5 * 5)::int
    from (
        select round, face, count(*) over (partition by round) as n,
            row_number() over (partition by round order by received_at, id) as place
        from (
            select distinct on (a.round, a.trainee) a.round, a.face, a.received_at, a.id
            from satisfaction_answers a where a.county = of_county and a.cohort = of_cohort
            order by a.round, a.trainee, a.received_at, a.id
        ) as first
    ) as placed
    group by round, n
$$;

-- Counts a class anew; returns how many rounds were counted otherwise before. Whoever counts a class waits for whoever does so already, and sees what that one saw.
create function count_satisfaction(of_county text, of_cohort uuid) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('satisfaction of ' || of_county || ' ' || of_cohort, 0));

    with fresh as (
        select * from satisfaction_of(of_county, of_cohort)
    ), differing as (
        select coalesce(f.round, k.round) as round, coalesce(f.answered, 0) as answered, coalesce(f.good, 0) as good, coalesce(f.fair, 0) as fair, coalesce(f.poor, 0) as poor
        from fresh f full join (select * from satisfaction_counts where county = of_county and cohort = of_cohort) k on k.round = f.round
        where (f.answered, f.good, f.fair, f.poor) is distinct from (k.answered, k.good, k.fair, k.poor)
    ), counted as (
        insert into satisfaction_counts as kept
        select of_county, of_cohort, round, answered, good, fair, poor from differing
        on conflict (county, cohort, round) do update set
            answered = excluded.answered, good = excluded.good, fair = excluded.fair, poor = excluded.poor
    )
    select count(*) into mended from differing;
    return mended;
end
$$;

create function answers_are_counted() returns trigger language plpgsql as $$
begin
    perform count_satisfaction(county, cohort) from (select distinct county, cohort from appended order by county, cohort) as answered;
    return null;
end
$$;
create trigger answers_are_counted after insert on satisfaction_answers
    referencing new table as appended for each statement execute function answers_are_counted();
