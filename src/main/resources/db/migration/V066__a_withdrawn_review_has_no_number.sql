-- An attempt taken back, and perhaps deleted, keeps no number: those handed in after it move up, so that a mentor is
-- told of no gap. The constraint is looked at when a statement ends, for several numbers move at once. A number that a
-- replica of the version before leaves on a withdrawn review is passed over.
select set_config('tianbo.county', '*', true);

alter table reviews drop constraint reviews_county_trainee_attempt_no_key, alter column attempt_no drop not null;

update reviews set attempt_no = null where state = 'WITHDRAWN';

update reviews numbered set attempt_no = counted.attempt_no
from (
    select county, id, row_number() over (partition by county, trainee order by attempt_no) as attempt_no
    from reviews where attempt_no is not null
) as counted
where counted.county = numbered.county and counted.id = numbered.id and counted.attempt_no <> numbered.attempt_no;

alter table reviews
    add constraint reviews_one_number_an_attempt unique (county, trainee, attempt_no) deferrable,
    add constraint reviews_have_a_number check (attempt_no is not null or state = 'WITHDRAWN');
