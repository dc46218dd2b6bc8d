-- Idle is who does nothing, not who reaches no new stage: the last lesson, quiz, rehearsal or order of each trainee, kept as it happens. The default serves
-- replicas of the version before, which enrol people without it.
select set_config('tianbo.county', '*', true);

alter table enrolments add column last_active_at timestamptz not null default now();

update enrolments set last_active_at = greatest(
    enrolled_at,
    least(now(), (select max(m.at) from milestones m
        where m.county = enrolments.county and m.cohort = enrolments.cohort and m.trainee = enrolments.trainee and m.change = 'REACHED')),
    least(now(), (select max(r.at) from sync_records r where r.county = enrolments.county and r.person = enrolments.trainee)),
    (select max(a.finished_at) from attempts a where a.county = enrolments.county and a.trainee = enrolments.trainee),
    (select max(v.published_at) from reviews v where v.county = enrolments.county and v.trainee = enrolments.trainee),
    least(now(), (select max(o.ordered_at) from stores s join order_lines o on o.county = s.county and o.store = s.id
        where s.county = enrolments.county and s.trainee = enrolments.trainee and o.state not in ('UNPAID', 'CLOSED'))));

-- Who of a class has been idle longest.
create index enrolments_by_activity on enrolments (county, cohort, last_active_at) where left_at is null;
