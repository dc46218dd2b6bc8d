-- What the ledger last stated of each of these things; of what was never stated, nothing. Each is looked up by its key, whatever PostgreSQL expects: see V362. Joined with the ledger, thousands of things of
-- which nothing was stated yet were each compared with all that the ledger said of the county's things of that kind.
create function last_stated(of_county text, of_kinds text[], of_sources text[])
returns table (kind text, source text, seq bigint, content text, person uuid, cohort uuid)
language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
begin
    return query
    select asked.kind, asked.source, last.seq, last.content, last.person, last.cohort
    from (select distinct one.kind, one.source from unnest(of_kinds, of_sources) as one (kind, source)) as asked
    join lateral (
        select e.seq, e.content, e.person, e.cohort from ledger_entries e
        where e.county = (select of_county) and e.kind = asked.kind and e.source = asked.source and not e.hand
        order by e.seq desc limit 1
    ) as last on true;
end
$$;
