package org.tianbo.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The log of what was removed; it names nobody. */
@ApplicationScoped
public class Removals {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String NOTE =
            """
            insert into removals (county, id, rule, older_than, things, removed_at)
            values (?, ?, ?, ?::timestamptz, ?, ?) returning id
            """;

    private static final String LATEST = "select id, rule, older_than, things, removed_at from removals"
            + " where county = ? and id < ? order by id desc limit ?";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    Removals(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /** Why something was removed: a rule of time, or because somebody asked for it. */
    public enum Why {
        RECORDINGS,
        MESSAGES,
        REQUESTS,
        LOOKS,
        PRODUCE,
        SELLERS,
        IDENTITY,
        UNSENT,
        COPIES,
        ERASURE
    }

    /** @param olderThan null where age does not matter */
    public void note(Why why, Instant olderThan, int things) {
        writes.returning(
                NOTE,
                row -> why,
                county.id(),
                Ids.next(),
                why.name(),
                olderThan == null ? null : olderThan.toString(),
                things,
                clock.instant());
    }

    /**
     * The latest first.
     *
     * @param last the last one of the page before
     */
    public Page<Removal, UUID> latest(Optional<UUID> last, int size) {
        return Page.of(
                reads.rows(
                        LATEST,
                        row -> new Removal(
                                row.getObject("id", UUID.class),
                                Why.valueOf(row.getString("rule")),
                                Jdbc.instant(row, "older_than"),
                                row.getInt("things"),
                                Jdbc.instant(row, "removed_at")),
                        county.id(),
                        last.orElse(AFTER_ALL),
                        size + 1),
                size,
                Removal::id);
    }
}
