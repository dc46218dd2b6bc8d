package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Where we gave up bringing things, an officer has to look. */
@ApplicationScoped
class StoppedConnections implements WaitingWork {

    private static final String STOPPED =
            """
            select count(*) as waiting, min(failing_since) as since, 0 as done from connections
            where county = ? and state = 'STOPPED'
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    StoppedConnections(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                STOPPED, row -> Waiting.forOfficers("interop.stopped", row, "/county/connections"), county.id());
    }

    /** Nobody is counted: a connection that goes on again is none of those that stopped. */
    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of();
    }
}
