package org.tianbo.mentoring.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Reviews that nobody published in time wait for the office to remind a mentor. */
@ApplicationScoped
class WaitingReviews implements WaitingWork {

    /** The same conditions as the list has. */
    private static final String COUNTS =
            """
            select count(*) as waiting, min(r.submitted_at) as since,
                (select count(*) from reviews d where d.county = ? and d.state = 'PUBLISHED' and d.published_at >= ?%s)
                    as done
            from reviews r join overdue_notices n on n.county = r.county and n.review = r.id
            where r.county = ? and r.state in ('WAITING', 'CLAIMED')%s
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingReviews(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(scope.only("d.county", "d.trainee"), scope.only("r.county", "r.trainee")),
                row -> Waiting.forOffice("mentoring.overdue", row, "/cohorts/overdue"),
                county.id(),
                scope.weekBegan(),
                county.id());
    }
}
