package org.tianbo.cohort.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What is kept of identity numbers is forgotten so long after somebody's last class ended or they left it; of whoever
 * was in no class, after they became known. Should they come back, a roster takes them for somebody new.
 */
@ApplicationScoped
class IdentityRetention implements RetentionRule {

    private static final String REMOVE =
            """
            update people set id_last4 = null, id_hash = null where county = ? and id in (
                select p.id from people p
                where p.county = ? and (p.id_last4 is not null or p.id_hash is not null) and p.created_at < ?
                    and not exists (
                        select 1 from enrolments e join cohorts c on c.county = e.county and c.id = e.cohort
                        where e.county = p.county and e.trainee = p.id and coalesce(e.left_at,
                            (c.ends_on + 1)::timestamp at time zone 'Asia/Shanghai') >= ?)
                order by p.id limit 1000)
            returning id
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    IdentityRetention(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    @Override
    public Rule rule() {
        return Rule.IDENTITY;
    }

    @Override
    public int remove(Instant before) {
        return writes.returning(REMOVE, row -> 1, county.id(), county.id(), before, before)
                .size();
    }
}
