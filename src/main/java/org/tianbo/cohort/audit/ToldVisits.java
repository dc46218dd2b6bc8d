package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Visits as they were told last, each with the name under which it was told first. */
@ApplicationScoped
class ToldVisits {

    private static final String TOLD =
            """
            with recursive told as (
                select v.id as first, v.id, 0 as corrections from follow_up_visits v
                where v.county = ? and v.corrects is null and %s
                union all
                select told.first, v.id, told.corrections + 1 from told
                join follow_up_visits v on v.county = ? and v.corrects = told.id
            )
            select distinct on (told.first) told.first, v.*, to_char(v.income_month, 'YYYY-MM') as month,
                (extract(year from age(v.counts_on, c.ends_on)) * 12
                    + extract(month from age(v.counts_on, c.ends_on)))::int as months
            from told
            join follow_up_visits v on v.county = ? and v.id = told.id
            join cohorts c on c.county = v.county and c.id = v.cohort
            order by told.first, told.corrections desc
            """;

    private static final String NEXT =
            "v.id in (select n.id from follow_up_visits n where n.county = ? and n.corrects is null and n.id > ?"
                    + " order by n.id limit ?)";

    private final CountyReads reads;
    private final CurrentCounty county;

    ToldVisits(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** @param thing a visit as it was first told, or a trainee, whose visits all are meant */
    List<ToldVisit> of(UUID thing) {
        return reads.rows(
                TOLD.formatted("(v.id = ? or v.trainee = ?)"),
                ToldVisit::of,
                county.id(),
                thing,
                thing,
                county.id(),
                county.id());
    }

    /** The next in the order of the names under which they were first told. */
    List<ToldVisit> after(UUID last, int most) {
        return reads.rows(
                TOLD.formatted(NEXT), ToldVisit::of, county.id(), county.id(), last, most, county.id(), county.id());
    }
}
