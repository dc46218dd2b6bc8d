-- The furthest stage a trainee holds in a class, kept as milestones are appended: a list of a county is filtered and sorted by it.
select set_config('tianbo.county', '*', true);

alter table enrolments add column stage text not null default 'ENROLLED';

update enrolments set stage = furthest.stage
from (
    select distinct on (held.county, held.cohort, held.trainee) held.county, held.cohort, held.trainee, held.stage
    from (
        select distinct on (m.county, m.cohort, m.trainee, m.stage) m.county, m.cohort, m.trainee, m.stage, m.change
        from milestones m order by m.county, m.cohort, m.trainee, m.stage, m.ordinal desc) as held
    where held.change = 'REACHED'
    order by held.county, held.cohort, held.trainee, array_position(array['ENROLLED', 'LEARNING', 'PRACTISING', 'GRADED', 'READY', 'CERTIFIED', 'STORE_OPENED',
        'FIRST_ORDER', 'STEADY_3', 'STEADY_6', 'STEADY_12'], held.stage) desc) as furthest
where enrolments.county = furthest.county and enrolments.cohort = furthest.cohort and enrolments.trainee = furthest.trainee
    and enrolments.stage <> furthest.stage;
