-- What a county called a steady income, and what it asked before it certified, stood in tables of their own. Replicas of the version
-- before still read those, so they stay until no such replica runs.
select set_config('tianbo.county', '*', true);

insert into county_settings (county, key, version, value, reason, set_by, set_at)
select county, 'store.steady-income', row_number() over (partition by county order by set_at, id),
    jsonb_build_object('yuan', fen / 100.0), '', set_by, set_at
from income_bars;

insert into county_settings (county, key, version, value, reason, set_by, set_at)
select county, 'certification.criteria', row_number() over (partition by county order by set_at, id),
    jsonb_build_object('reviews', reviews, 'score', mark), '', null, set_at
from certification_bars;
