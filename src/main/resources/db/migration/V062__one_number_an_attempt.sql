-- Two attempts handed in at the same moment were given one number. The earlier keeps it; the database allows no second.
select set_config('tianbo.county', '*', true);
update reviews numbered set attempt_no = counted.attempt_no
from (
    select county, id, row_number() over (partition by county, trainee order by attempt_no, submitted_at, id) as attempt_no
    from reviews
) as counted
where counted.county = numbered.county and counted.id = numbered.id and counted.attempt_no <> numbered.attempt_no;
alter table reviews add unique (county, trainee, attempt_no);

-- What a mentor published last.
create index reviews_by_mentor on reviews (county, mentor, published_at);
