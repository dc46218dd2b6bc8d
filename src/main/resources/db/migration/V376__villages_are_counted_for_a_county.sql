-- How many of a village hold each stage, whatever their class: as many rows as there are villages, however many classes. What V230 folds is folded into these, too, by the very deletion
-- that folds it, under the same lock. Those who are counted already are counted by V377.

create table village_counts (
    county text not null references counties,
    village uuid not null,
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
    primary key (county, village)
);
select protect_by_county('village_counts');

create function folded_villages_are_counted() returns trigger language plpgsql as $$
begin
    insert into village_counts as kept
    select county, village,
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
    from folded group by county, village order by county, village
    on conflict (county, village) do update set
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
            gone = kept.gone + excluded.gone;
    return null;
end
$$;
create trigger folded_villages_are_counted after delete on count_changes
    referencing old table as folded for each statement execute function folded_villages_are_counted();

-- Counts a county's villages anew from its counted trainees, without what is still to be folded, and adds what was missing; returns how many were wrong.
create function recount_villages(of_county text) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('counts of ' || of_county, 0));

    with single as (
        select 1 as sign, village, held, gone from counted_trainees where county = of_county
        union all
        select -sign, village, held, gone from count_changes where county = of_county
    ), compared as (
        select village,
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
        from single group by village
        union all
        select village, -enrolled, -learning, -practising, -graded, -ready, -certified, -store_opened, -first_order, -steady_3, -steady_6, -steady_12, -gone from village_counts where county = of_county
    ), differing as (
        select village, sum(enrolled) as enrolled, sum(learning) as learning, sum(practising) as practising, sum(graded) as graded, sum(ready) as ready, sum(certified) as certified, sum(store_opened) as store_opened, sum(first_order) as first_order, sum(steady_3) as steady_3, sum(steady_6) as steady_6, sum(steady_12) as steady_12, sum(gone) as gone
        from compared group by village
        having (sum(enrolled), sum(learning), sum(practising), sum(graded), sum(ready), sum(certified), sum(store_opened), sum(first_order), sum(steady_3), sum(steady_6), sum(steady_12), sum(gone)) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    ), counted as (
        insert into village_counts as kept
        select of_county, village, enrolled, learning, practising, graded, ready, certified, store_opened, first_order, steady_3, steady_6, steady_12, gone from differing
        on conflict (county, village) do update set
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
    )
    select count(*) into mended from differing;
    return mended;
end
$$;
