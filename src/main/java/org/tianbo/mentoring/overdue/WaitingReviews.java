package org.tianbo.mentoring.overdue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
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
                %s as done
            from reviews r join overdue_notices n on n.county = r.county and n.review = r.id
            where r.county = ? and r.state in ('WAITING', 'CLAIMED')%s
            """;

    private static final String DONE =
            """
            select d.id, d.published_at as at, d.trainee as person, d.title as subject, '/mentoring/' || d.id as address
            from reviews d where d.county = ? and d.state = 'PUBLISHED' and d.published_at >= ?%s
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
                COUNTS.formatted(published(scope).count(), scope.only("r.county", "r.trainee")),
                row -> Waiting.forOffice("mentoring.overdue", row, "/cohorts/overdue"),
                county.id(),
                scope.weekBegan(),
                county.id());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(published(scope));
    }

    private static DoneWork published(WorkScope scope) {
        return DoneWork.forOffice("mentoring.overdue", DONE.formatted(scope.only("d.county", "d.trainee")));
    }
}
