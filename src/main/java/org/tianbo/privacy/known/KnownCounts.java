package org.tianbo.privacy.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How many things of each kind the whole county holds. Counting reads whole tables: it is done at night, or by a job
 * when somebody asks, and whoever looks sees what was counted last.
 */
@ApplicationScoped
public class KnownCounts {

    private static final String COUNTED = "select kind, things, counted_at from known_counts where county = ?";

    private static final String KEEP =
            """
            insert into known_counts (county, kind, things, counted_at) values (?, ?, ?, ?)
            on conflict (county, kind) do update set things = excluded.things, counted_at = excluded.counted_at
            returning things
            """;

    private final KnownData known;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Jobs jobs;
    private final Clock clock;

    KnownCounts(KnownData known, CountyReads reads, CountyWrites writes, CurrentCounty county, Jobs jobs, Clock clock) {
        this.known = known;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * What was counted last.
     *
     * @param kinds all of them, in their order
     * @param at when; empty where nothing was counted yet
     */
    public record Counted(List<Line> kinds, Optional<Instant> at) {

        /** @param things empty where they were not counted yet */
        public record Line(PersonalKind kind, Optional<Long> things) {}
    }

    public Counted last() {
        Map<String, Long> things = new HashMap<>();
        Optional<Instant> at = reads
                .rows(
                        COUNTED,
                        row -> {
                            things.put(row.getString("kind"), row.getLong("things"));
                            return Jdbc.instant(row, "counted_at");
                        },
                        county.id())
                .stream()
                .min(Comparator.naturalOrder());
        return new Counted(
                known.records().stream()
                        .map(PersonalRecords::kind)
                        .map(kind -> new Counted.Line(kind, Optional.ofNullable(things.get(kind.name()))))
                        .toList(),
                at);
    }

    /** Has it counted now; asked again while that is waiting to be done, it is done once. */
    public void countAgain() {
        jobs.enqueue(CountsJob.NAME, county.id(), county.id());
    }

    void count() {
        Instant now = clock.instant();
        for (PersonalRecords records : known.records()) {
            writes.returning(
                    KEEP, row -> row.getLong(1), county.id(), records.kind().name(), things(records), now);
        }
    }

    private long things(PersonalRecords records) {
        return reads.rows(
                        "select count(*) from " + records.table() + " where county = ?",
                        row -> row.getLong(1),
                        county.id())
                .get(0);
    }
}
