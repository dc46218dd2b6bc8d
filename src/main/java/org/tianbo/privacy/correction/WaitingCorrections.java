package org.tianbo.privacy.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
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
                %s as done
            from correction_requests where county = ?
            """;

    private static final DoneWork DECIDED = DoneWork.forOfficers(
            "privacy.correction",
            """
            select d.id, d.decided_at as at, d.person, null as subject, null as address
            from correction_requests d where d.county = ? and d.decided_at >= ? and d.decided_by <> d.person
            """);

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingCorrections(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(DECIDED.count()),
                row -> Waiting.forOfficers("privacy.correction", row, "/privacy"),
                county.id(),
                scope.weekBegan(),
                county.id());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(DECIDED);
    }
}
