package org.tianbo.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The log of what was removed; it names nobody. */
@ApplicationScoped
public class Removals {

    private static final int SHOWN = 200;

    private static final String NOTE =
            """
            insert into removals (county, id, rule, older_than, things, removed_at)
            values (?, ?, ?, ?::timestamptz, ?, ?) returning id
            """;

    private static final String LATEST = "select rule, older_than, things, removed_at from removals where county = ?"
            + " order by id desc limit " + SHOWN;

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

    /** The latest first. */
    public List<Removal> latest() {
        return reads.rows(
                LATEST,
                row -> new Removal(
                        Why.valueOf(row.getString("rule")),
                        Jdbc.instant(row, "older_than"),
                        row.getInt("things"),
                        Jdbc.instant(row, "removed_at")),
                county.id());
    }
}
