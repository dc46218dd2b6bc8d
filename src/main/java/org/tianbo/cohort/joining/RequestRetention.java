package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Who asked to join and was not taken is forgotten, name and phone. */
@ApplicationScoped
class RequestRetention implements RetentionRule {

    private static final String REMOVE =
            """
            delete from join_requests where county = ? and id in (
                select id from join_requests where county = ? and state = 'REFUSED' and decided_at < ? limit 5000)
            returning id
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    RequestRetention(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    @Override
    public Rule rule() {
        return Rule.REQUESTS;
    }

    @Override
    public int remove(Instant before) {
        return writes.returning(REMOVE, row -> 1, county.id(), county.id(), before)
                .size();
    }
}
