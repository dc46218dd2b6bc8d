package org.tianbo.cohort.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
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
                count(*) filter (where state in ('ACCEPTED', 'REFUSED') and decided_at >= ?) as done
            from transfers where county = ? and side = 'IN'
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingTransfers(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                INCOMING,
                row -> Waiting.forOfficers("cohort.transfer", row, "/transfers"),
                scope.weekBegan(),
                county.id());
    }
}
