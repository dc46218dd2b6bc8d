package org.tianbo.home;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** The list behind each number of what was done this week, the latest first. */
@ApplicationScoped
class DoneThisWeek {

    /** What has no page of its own is seen on the person's, in the class they came to last. */
    private static final String LINES =
            """
            select d.id, d.at, p.name, d.subject, coalesce(d.address, (
                select '/cohorts/' || e.cohort || '/trainees/' || e.trainee from enrolments e
                where e.county = ? and e.trainee = d.person order by e.id desc limit 1)) as address
            from (%s) d left join people p on p.county = ? and p.id = d.person
            where (d.at, d.id) < (?, ?) order by d.at desc, d.id desc limit ?
            """;

    private static final Position LATEST = new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final List<WaitingWork> features;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final SignedIn signedIn;

    DoneThisWeek(@All List<WaitingWork> features, CountyReads reads, CurrentCounty county, SignedIn signedIn) {
        this.features = features;
        this.reads = reads;
        this.county = county;
        this.signedIn = signedIn;
    }

    /**
     * One thing that was done.
     *
     * @param name whom it was done for; empty where that is nobody the county knows
     * @param subject what else says what it is; empty where the name says it
     * @param address where it can be seen; empty where there is no such page
     */
    record Line(UUID id, Instant at, String name, String subject, String address) {

        public String title() {
            return name.isEmpty() ? subject : name;
        }

        /** What stands beside the title; empty where that says it already. */
        public String beside() {
            return subject.equals(title()) ? "" : subject;
        }
    }

    /** A place in the list: the last line before it. */
    record Position(Instant at, UUID id) {}

    /** @param count how many there are on all pages */
    record Listed(long count, Page<Line, Position> page) {}

    /**
     * @param key of the kind of work
     * @throws NotFound when nobody counts that kind, or not for the reader
     */
    @Transactional
    Listed page(String key, WorkScope scope, Optional<Position> after, int size) {
        DoneWork work = features.stream()
                .flatMap(feature -> feature.done(scope).stream())
                .filter(one -> one.key().equals(key))
                .filter(one -> one.doers().stream().anyMatch(signedIn::is))
                .findFirst()
                .orElseThrow(() -> new NotFound("home.done-unknown"));
        String id = county.id();
        long count = reads.rows("select " + work.count(), row -> row.getLong(1), id, scope.weekBegan())
                .get(0);
        Position last = after.orElse(LATEST);
        List<Line> lines = reads.rows(
                LINES.formatted(work.rows()),
                row -> new Line(
                        row.getObject("id", UUID.class),
                        Jdbc.instant(row, "at"),
                        Objects.toString(row.getString("name"), ""),
                        Objects.toString(row.getString("subject"), ""),
                        Objects.toString(row.getString("address"), "")),
                id,
                id,
                scope.weekBegan(),
                id,
                last.at(),
                last.id(),
                size + 1);
        return new Listed(count, Page.of(lines, size, line -> new Position(line.at(), line.id())));
    }
}
