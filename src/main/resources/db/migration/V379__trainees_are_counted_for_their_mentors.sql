-- How many trainees each mentor has, as rows to be summed: whoever gives a trainee a mentor or takes one away appends a row, and waits for nobody; a job of the night counts anew and leaves one
-- row for each mentor.
create table mentor_trainees (
    county text not null references counties,
    id bigint generated always as identity,
    mentor uuid not null,
    trainees integer not null,
    primary key (county, id)
);
select protect_by_county('mentor_trainees');

create function mentorships_are_counted() returns trigger language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        insert into mentor_trainees (county, mentor, trainees) select county, mentor, count(*) from added group by county, mentor;
    end if;
    if tg_op <> 'INSERT' then
        insert into mentor_trainees (county, mentor, trainees) select county, mentor, -count(*) from removed group by county, mentor;
    end if;
    return null;
end
$$;
create trigger mentorships_added_are_counted after insert on mentorships
    referencing new table as added for each statement execute function mentorships_are_counted();
create trigger mentorships_removed_are_counted after delete on mentorships
    referencing old table as removed for each statement execute function mentorships_are_counted();
create trigger mentorships_changed_are_counted after update on mentorships
    referencing new table as added old table as removed for each statement execute function mentorships_are_counted();

-- Counts a county's mentors anew; returns of how many something else was counted.
create function recount_mentor_trainees(of_county text) returns integer language plpgsql as $$
declare
    mended integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('mentors of ' || of_county, 0));

    with kept as (
        delete from mentor_trainees where county = of_county returning mentor, trainees
    ), fresh as (
        select mentor, count(*)::int as trainees from mentorships where county = of_county group by mentor
    ), counted as (
        insert into mentor_trainees (county, mentor, trainees) select of_county, mentor, trainees from fresh
    ), differing as (
        select mentor
        from (select mentor, trainees from fresh union all select mentor, -trainees from kept) as both_counts
        group by mentor having sum(trainees) <> 0
    )
    select count(*) into mended from differing;
    return mended;
end
$$;

-- Those there are; nobody else writes until this ends.
select set_config('tianbo.county', '*', true);
insert into mentor_trainees (county, mentor, trainees) select county, mentor, count(*) from mentorships group by county, mentor;
