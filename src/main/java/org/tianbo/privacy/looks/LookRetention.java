package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Who looked at whom long ago is forgotten. */
@ApplicationScoped
class LookRetention implements RetentionRule {

    private static final String REMOVE =
            """
            delete from personal_looks where ctid in (
                select ctid from personal_looks where county = ? and day < ? limit 5000) returning person
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    LookRetention(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    @Override
    public Rule rule() {
        return Rule.LOOKS;
    }

    @Override
    public int remove(Instant before) {
        return writes.returning(REMOVE, row -> 1, county.id(), LocalDate.ofInstant(before, Zones.SHANGHAI))
                .size();
    }
}
