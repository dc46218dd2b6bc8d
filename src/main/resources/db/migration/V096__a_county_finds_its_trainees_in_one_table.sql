-- Whom a county trains, one narrow row each: as they are searched for, filtered and sorted, in the class they have not left, of several the latest. The list of a county
-- walks one index of it, in the order of names, and meets nothing else. Triggers keep it; a job proves it equal to people and enrolments, county by county.
select set_config('tianbo.county', '*', true);

create table listed_trainees (
    county text not null references counties,
    person uuid not null,
    enrolment uuid not null,
    cohort uuid not null,
    name text not null,
    reading text collate "C" not null,
    spellings text not null,
    phone_end text collate "C",
    village uuid,
    stage text not null,
    enrolled_at timestamptz not null,
    last_active_at timestamptz not null,
    left_at timestamptz,
    primary key (county, person),
    foreign key (county, person) references people (county, id) on delete cascade,
    foreign key (county, cohort) references cohorts (county, id) on delete cascade
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
select protect_by_county('listed_trainees');

-- Puts these people's rows right; returns how many were not.
create function list_trainees(of_county text, whom uuid[]) returns int language plpgsql as $$
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
    select distinct on (e.trainee) e.county, e.trainee, e.id, e.cohort, lower(p.name), p.reading, p.spellings, p.phone_end, p.village, e.stage, e.enrolled_at,
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

create function enrolments_are_listed() returns trigger language plpgsql as $$
declare
    one record;
begin
    for one in select county, array_agg(distinct trainee order by trainee) as whom from moved group by county loop
        perform list_trainees(one.county, one.whom);
    end loop;
    return null;
end
$$;

create function an_enrolment_is_listed_as_it_is() returns trigger language plpgsql as $$
begin
    if (old.cohort, old.trainee, old.left_at, old.enrolled_at) is distinct from (new.cohort, new.trainee, new.left_at, new.enrolled_at) then
        perform list_trainees(new.county, array[old.trainee, new.trainee]);
    else
        update listed_trainees set stage = new.stage, last_active_at = new.last_active_at
        where county = new.county and person = new.trainee and enrolment = new.id;
    end if;
    return null;
end
$$;

create function a_person_is_listed_as_they_are() returns trigger language plpgsql as $$
begin
    update listed_trainees set name = lower(new.name), reading = new.reading, spellings = new.spellings, phone_end = new.phone_end, village = new.village
    where county = new.county and person = new.id;
    return null;
end
$$;

create trigger enrolments_are_listed after insert on enrolments referencing new table as moved for each statement execute function enrolments_are_listed();
create trigger enrolments_are_no_longer_listed after delete on enrolments referencing old table as moved for each statement execute function enrolments_are_listed();
create trigger an_enrolment_is_listed_as_it_is after update on enrolments for each row
    when ((old.cohort, old.trainee, old.left_at, old.enrolled_at, old.stage, old.last_active_at)
        is distinct from (new.cohort, new.trainee, new.left_at, new.enrolled_at, new.stage, new.last_active_at))
    execute function an_enrolment_is_listed_as_it_is();
create trigger a_person_is_listed_as_they_are after update on people for each row
    when ((old.name, old.reading, old.spellings, old.mobile, old.village) is distinct from (new.name, new.reading, new.spellings, new.mobile, new.village))
    execute function a_person_is_listed_as_they_are();

-- Also where rows are copied in by a replica, for the list's rows are derived wherever they are.
alter table enrolments enable always trigger enrolments_are_listed;
alter table enrolments enable always trigger enrolments_are_no_longer_listed;
alter table enrolments enable always trigger an_enrolment_is_listed_as_it_is;
alter table people enable always trigger a_person_is_listed_as_they_are;

insert into listed_trainees (county, person, enrolment, cohort, name, reading, spellings, phone_end, village, stage, enrolled_at, last_active_at, left_at)
select distinct on (e.county, e.trainee) e.county, e.trainee, e.id, e.cohort, lower(p.name), p.reading, p.spellings, p.phone_end, p.village, e.stage, e.enrolled_at,
    e.last_active_at, e.left_at
from enrolments e
join people p on p.county = e.county and p.id = e.trainee
order by e.county, e.trainee, e.left_at is null desc, e.id desc;

-- In the order of names, with all that is looked at: read without the table itself. LIKE is no condition of an index under row-level security, for it is not leakproof;
-- it is asked of each name on the way. A phone's end and a village are ranges and equal values, which an index serves.
create index listed_trainees_by_reading on listed_trainees (county, reading, person)
    include (name, spellings, phone_end, village, cohort, stage, enrolled_at, last_active_at, left_at);
create index listed_trainees_by_phone_end on listed_trainees (county, phone_end) where phone_end is not null;
create index listed_trainees_by_village on listed_trainees (county, village, reading, person);
drop index people_by_phone_end;

-- Who may be the same as somebody who is added: of that phone.
create index people_by_mobile on people (county, mobile) where mobile is not null;
