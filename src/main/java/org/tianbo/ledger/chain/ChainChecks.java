package org.tianbo.ledger.chain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Checks of the county's chain, asked for on a page and done by a job, so that a long one needs no open page. */
@ApplicationScoped
public class ChainChecks implements Job {

    private static final Logger LOG = Logger.getLogger(ChainChecks.class);
    private static final String NAME = "ledger.check";
    private static final int SHOWN = 20;
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private static final String ASK =
            """
            insert into ledger_checks (county, id, asked_by, asked_at, entries, checked, hash)
            values (?, ?, ?, ?, ?, 0, '') on conflict do nothing returning id
            """;

    private static final String PROGRESS =
            "update ledger_checks set checked = ? where county = ? and id = ? returning id";

    private static final String END =
            """
            update ledger_checks set checked = ?, hash = ?, broken_at = ?::bigint, fault = ?, ended_at = ?
            where county = ? and id = ? and ended_at is null returning id
            """;

    private static final String LATEST =
            """
            select id, asked_by, asked_at, entries, checked, ended_at, broken_at, fault, hash
            from ledger_checks where county = ? order by id desc limit\s"""
                    + SHOWN;

    private final Chain chain;
    private final DataSource database;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Jobs jobs;
    private final Clock clock;

    ChainChecks(
            Chain chain,
            DataSource database,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Jobs jobs,
            Clock clock) {
        this.chain = chain;
        this.database = database;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A check that somebody asked for.
     *
     * @param entries how many there were when it was asked for
     * @param checked how many of them were looked at by now
     * @param endedAt null while it goes on
     * @param brokenAt number of the first broken entry; 0 while none is known
     * @param fault code of what is wrong with that; empty while none is known
     * @param hash of the last entry that holds; empty while it goes on
     */
    public record Check(
            UUID id,
            UUID askedBy,
            Instant askedAt,
            long entries,
            long checked,
            Instant endedAt,
            long brokenAt,
            String fault,
            String hash) {

        public boolean isEnded() {
            return endedAt != null;
        }

        public boolean isBroken() {
            return brokenAt > 0;
        }

        private static Check of(ResultSet row) throws SQLException {
            String fault = row.getString("fault");
            return new Check(
                    row.getObject("id", UUID.class),
                    row.getObject("asked_by", UUID.class),
                    Jdbc.instant(row, "asked_at"),
                    row.getLong("entries"),
                    row.getLong("checked"),
                    Jdbc.instant(row, "ended_at"),
                    row.getLong("broken_at"),
                    fault == null ? "" : fault,
                    row.getString("hash"));
        }
    }

    /** Has the chain checked soon; asked again while a check goes on, or twice at once, one check is meant. */
    @Transactional
    public void ask(UUID by) {
        UUID id = Ids.next();
        List<UUID> asked = writes.returning(
                ASK,
                row -> row.getObject(1, UUID.class),
                county.id(),
                id,
                by,
                clock.instant(),
                chain.head(county.id()).seq());
        if (!asked.isEmpty()) {
            jobs.enqueue(NAME, id.toString(), county.id());
        }
    }

    /** The latest first. */
    public List<Check> latest() {
        return reads.rows(LATEST, Check::of, county.id());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        UUID check = UUID.fromString(id);
        CheckedChain checked =
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> walk(check));
        String broken = checked.broken().map(one -> Long.toString(one.seq())).orElse(null);
        String fault = checked.broken().map(one -> one.kind().code()).orElse(null);
        writes.returning(
                END,
                row -> row.getObject(1, UUID.class),
                checked.entries(),
                checked.hash(),
                broken,
                fault,
                clock.instant(),
                county.id(),
                check);
        if (checked.broken().isPresent()) {
            LOG.errorf("The ledger of %s is broken at entry %s: %s", county.id(), broken, fault);
        } else {
            LOG.infof("The ledger of %s holds: %d entries", county.id(), checked.entries());
        }
    }

    @Override
    public void onExhausted(String id) {
        writes.returning(
                END,
                row -> row.getObject(1, UUID.class),
                0L,
                "",
                null,
                "not-checked",
                clock.instant(),
                county.id(),
                UUID.fromString(id));
    }

    private CheckedChain walk(UUID check) {
        try (Connection connection = database.getConnection()) {
            return ChainCheck.of(connection, county.id(), entries -> QuarkusTransaction.requiringNew()
                    .run(() -> writes.returning(
                            PROGRESS, row -> row.getObject(1, UUID.class), entries, county.id(), check)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The chain could not be read", failed);
        }
    }
}
