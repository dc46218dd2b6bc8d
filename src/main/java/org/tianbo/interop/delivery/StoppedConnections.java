package org.tianbo.interop.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Where we gave up bringing things, an officer has to look. */
@ApplicationScoped
class StoppedConnections implements WaitingWork {

    private static final String STOPPED =
            """
            select count(*) as waiting, min(failing_since) as since from connections
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
                STOPPED,
                row -> new Waiting(
                        "interop.stopped",
                        Set.of(Roles.OFFICER),
                        row.getLong("waiting"),
                        Optional.ofNullable(Jdbc.instant(row, "since")),
                        "/county/connections",
                        0),
                county.id());
    }
}
