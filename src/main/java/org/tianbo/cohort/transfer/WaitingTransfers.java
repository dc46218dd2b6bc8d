package org.tianbo.cohort.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Trainees of other counties who want to come wait for the office. */
@ApplicationScoped
class WaitingTransfers implements WaitingWork {

    private static final String INCOMING =
            """
            select count(*) filter (where state in ('CONSENTED', 'ACCEPTING')) as waiting,
                min(consented_at) filter (where state in ('CONSENTED', 'ACCEPTING')) as since,
                %s as done
            from transfers where county = ? and side = 'IN'
            """;

    private static final DoneWork DECIDED = DoneWork.forOfficers(
            "cohort.transfer",
            """
            select d.id, d.decided_at as at, d.person, d.name as subject, '/transfers/' || d.id as address
            from transfers d
            where d.county = ? and d.decided_at >= ? and d.side = 'IN' and d.state in ('ACCEPTED', 'REFUSED')
            """);

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingTransfers(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                INCOMING.formatted(DECIDED.count()),
                row -> Waiting.forOfficers("cohort.transfer", row, "/transfers"),
                county.id(),
                scope.weekBegan(),
                county.id());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(DECIDED);
    }
}
