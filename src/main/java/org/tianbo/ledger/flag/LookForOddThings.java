package org.tianbo.ledger.flag;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.audit.OddThings;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Asks every feature what is odd among what came since it last looked; the first time, among all there is. */
@ApplicationScoped
public class LookForOddThings implements Job {

    /** The job's name. */
    public static final String NAME = "ledger.flags";

    private static final Logger LOG = Logger.getLogger(LookForOddThings.class);

    /** What was written while it last looked may have been committed afterwards. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final String LAST = "select max(looked_at) from ledger_flag_looks where county = ?";

    private static final String LOOKED =
            "insert into ledger_flag_looks (county, id, looked_at, found) values (?, ?, ?, ?) returning id";

    private final List<OddThings> features;
    private final OddFlags flags;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    LookForOddThings(
            @All List<OddThings> features,
            OddFlags flags,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Clock clock) {
        this.features = features;
        this.flags = flags;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public void run(String id) {
        Instant now = clock.instant();
        Instant since = lastLook().map(last -> last.minus(OVERLAP)).orElse(Instant.EPOCH);
        int found = 0;
        for (OddThings feature : features) {
            for (OddThing odd : feature.since(since)) {
                found += QuarkusTransaction.requiringNew().call(() -> flags.add(odd, now)) ? 1 : 0;
            }
        }
        writes.returning(LOOKED, row -> row.getObject(1), county.id(), Ids.next(), now, found);
        LOG.infof("%d odd things were found in %s", found, county.id());
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("Nobody could look for odd things in %s", id);
    }

    /** Empty where nobody has looked yet. */
    public Optional<Instant> lastLook() {
        return reads.rows(LAST, row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)), county.id())
                .get(0)
                .map(OffsetDateTime::toInstant);
    }
}
