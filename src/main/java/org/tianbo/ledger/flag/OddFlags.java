package org.tianbo.ledger.flag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.ledger.FlagDecided;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The odd things of the county: found once, looked at by a person, decided with a reason. */
@ApplicationScoped
public class OddFlags {

    private static final Logger LOG = Logger.getLogger(OddFlags.class);
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;

    private static final String ADD =
            """
            insert into ledger_flags (county, id, kind, people, cohort, page, at, measure, found_at)
            values (?, ?, ?, ?::uuid[], ?::uuid, ?, ?, ?::bigint, ?)
            on conflict do nothing returning id
            """;

    private static final String DECIDE =
            """
            insert into ledger_flag_decisions (county, id, flag, decision, reason, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """;

    static final String FLAGS =
            """
            select f.id, f.kind, array_to_string(f.people, ',') as people, f.cohort, f.page, f.at, f.measure,
                f.found_at, d.decision, d.reason, d.decided_by, d.decided_at
            from ledger_flags f
            left join lateral (select x.decision, x.reason, x.decided_by, x.decided_at from ledger_flag_decisions x
                where x.county = f.county and x.flag = f.id order by x.id desc limit 1) d on true
            where f.county = ?""";

    private static final String OPEN =
            """
            select count(*) from ledger_flags f where f.county = ? and not exists (select 1
                from ledger_flag_decisions d where d.county = f.county and d.flag = f.id)
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<FlagDecided> decided;
    private final Clock clock;

    OddFlags(CountyReads reads, CountyWrites writes, CurrentCounty county, Event<FlagDecided> decided, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.decided = decided;
        this.clock = clock;
    }

    /** @return whether it is new */
    boolean add(OddThing odd, Instant now) {
        return !writes.returning(
                        ADD,
                        row -> row.getObject(1),
                        county.id(),
                        Ids.named("odd", odd.kind().name(), odd.source()),
                        odd.kind().name(),
                        odd.people(),
                        odd.cohort() == null ? null : odd.cohort().toString(),
                        odd.page(),
                        odd.at(),
                        odd.measure() == null ? null : odd.measure().toString(),
                        now)
                .isEmpty();
    }

    /**
     * A page of them, the oldest find first.
     *
     * @param decision whether those that were decided, or those that wait
     * @param after the last one of the page before
     */
    public Page<OddFlag, UUID> page(boolean decision, Optional<UUID> after, int size) {
        String wanted = FLAGS + " and d.decision is " + (decision ? "not null" : "null");
        String ordered = " order by f.found_at, f.id limit " + (size + 1);
        List<OddFlag> rows = after.map(this::flag)
                .map(last -> reads.rows(
                        wanted + " and (f.found_at, f.id) > (?, ?)" + ordered,
                        OddFlag::of,
                        county.id(),
                        last.foundAt(),
                        last.id()))
                .orElseGet(() -> reads.rows(wanted + ordered, OddFlag::of, county.id()));
        return Page.of(rows, size, OddFlag::id);
    }

    /** How many wait for somebody to look. */
    public long open() {
        return reads.rows(OPEN, row -> row.getLong(1), county.id()).get(0);
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has none of that id */
    public OddFlag flag(UUID id) {
        return reads.rows(FLAGS + " and f.id = ?", OddFlag::of, county.id(), id).stream()
                .findFirst()
                .orElseThrow(LedgerRefused::unknown);
    }

    /**
     * Writes down what a person made of it. Decided again, the later word counts; the very same word changes nothing.
     *
     * @param decision null where none was chosen
     * @throws Refused when a field does not fit, or the flag is about whoever decides
     */
    @Transactional
    public void decide(UUID id, OddFlag.Decision decision, String reason, UUID by) {
        OddFlag flag = flag(id);
        if (flag.people().contains(by)) {
            throw LedgerRefused.ownFlag();
        }
        Refused refused = LedgerRefused.wrong();
        String why = Objects.toString(reason, "").strip().replace("\u0000", "");
        if (decision == null) {
            refused.field("decision", "ledger.decision-missing");
        }
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            refused.field(
                    "reason", why.length() < SHORTEST_REASON ? "ledger.reason-too-short" : "ledger.too-long-a-text");
        }
        refused.throwIfAny();
        if (flag.decision() == decision && flag.reason().equals(why)) {
            return;
        }
        writes.returning(
                DECIDE,
                row -> row.getObject(1),
                county.id(),
                Ids.next(),
                id,
                decision.name(),
                why,
                by,
                clock.instant());
        decided.fire(new FlagDecided(county.id(), id));
        LOG.infof("Flag %s of the ledger was decided: %s", id, decision);
    }
}
