package org.tianbo.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Messages of long ago are removed, seen or not. */
@ApplicationScoped
class InboxRetention implements RetentionRule {

    private static final String REMOVE =
            """
            delete from inbox_messages where county = ? and id in (
                select id from inbox_messages where county = ? and created_at < ? limit 5000) returning id
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    InboxRetention(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    @Override
    public Rule rule() {
        return Rule.MESSAGES;
    }

    @Override
    public int remove(Instant before) {
        return writes.returning(REMOVE, row -> 1, county.id(), county.id(), before)
                .size();
    }
}
