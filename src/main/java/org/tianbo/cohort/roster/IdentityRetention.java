package org.tianbo.cohort.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.tianbo.people.Rosters;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What is kept of identity numbers is forgotten so long after somebody's last class ended or they left it; of whoever
 * was in no class, after they became known. Should they come back, a roster takes them for somebody new; so of whoever
 * works for the county, did so until lately or has an open store, nothing is forgotten.
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
                    and not exists (
                        select 1 from staff s where s.county = p.county and s.person = p.id
                            and coalesce(s.ended_at, 'infinity') >= ?)
                    and not exists (
                        select 1 from stores s join lateral (
                            select t.kind from store_turns t where t.county = s.county and t.store = s.id
                            order by t.turned_at desc, t.id desc limit 1) last on last.kind = 'OPENED'
                        where s.county = p.county and s.trainee = p.id)
                order by p.id limit 1000)
            returning id
            """;

    private final Rosters rosters;
    private final CountyWrites writes;
    private final CurrentCounty county;

    IdentityRetention(Rosters rosters, CountyWrites writes, CurrentCounty county) {
        this.rosters = rosters;
        this.writes = writes;
        this.county = county;
    }

    @Override
    public Rule rule() {
        return Rule.IDENTITY;
    }

    /** A roster that is being taken in would not be seen, and its people who come back would be forgotten. */
    @Override
    public int remove(Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            rosters.lock();
            return writes.returning(REMOVE, row -> 1, county.id(), county.id(), before, before, before)
                    .size();
        });
    }
}
