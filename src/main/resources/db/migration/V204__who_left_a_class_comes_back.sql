-- When somebody who had left a class came back to it; null for whoever never left, and for whoever is away for the first time.
select set_config('tianbo.county', '*', true);

alter table enrolments add column returned_at timestamptz;

update enrolments e set returned_at = back.at
from (
    select m.county, m.cohort, m.trainee, max(m.at) filter (where m.change = 'REACHED') as at, max(m.ordinal) as ordinal
    from milestones m where m.stage = 'ENROLLED' group by m.county, m.cohort, m.trainee
) back
where back.county = e.county and back.cohort = e.cohort and back.trainee = e.trainee and e.left_at is null
    and exists (select 1 from milestones lost where lost.county = e.county and lost.cohort = e.cohort
        and lost.trainee = e.trainee and lost.stage = 'ENROLLED' and lost.change = 'LOST' and lost.ordinal < back.ordinal);
