package org.tianbo.privacy.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** People wait for what they said is wrong about them to be put right. */
@ApplicationScoped
class WaitingCorrections implements WaitingWork {

    private static final String COUNTS =
            """
            select count(*) filter (where state = 'WAITING') as waiting,
                min(asked_at) filter (where state = 'WAITING') as since,
                count(*) filter (where decided_at >= ? and decided_by <> person) as done
            from correction_requests where county = ?
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingCorrections(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS,
                row -> Waiting.forOfficers("privacy.correction", row, "/privacy"),
                scope.weekBegan(),
                county.id());
    }
}
