package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.OnlineTime;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/**
 * What the ledger is told of hours online: one entry a trainee once their class is over, and a correction where a phone
 * tells later what it played before. While a class runs the hours grow each day; its page shows them.
 */
@ApplicationScoped
class OnlineLedger implements LedgerEntries {

    /** Page by page of enrolments: a class may have tens of thousands, and each has watched for years. */
    private static final String OVER =
            """
            select e.id, e.trainee, e.cohort, c.ends_on
            from enrolments e join cohorts c on c.county = e.county and c.id = e.cohort
            where e.county = ? and c.ends_on < ? and\s""";

    private final OnlineTime online;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    OnlineLedger(OnlineTime online, CountyReads reads, CurrentCounty county, Clock clock) {
        this.online = online;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    /** A trainee of a class that is over since that time. */
    private record Over(UUID id, UUID trainee, UUID cohort, Instant since) {

        static Over of(ResultSet row) throws SQLException {
            LocalDate last = row.getObject("ends_on", LocalDate.class);
            return new Over(
                    row.getObject("id", UUID.class),
                    row.getObject("trainee", UUID.class),
                    row.getObject("cohort", UUID.class),
                    last.plusDays(1).atStartOfDay(Zones.SHANGHAI).toInstant());
        }

        LedgerEntry watched(int minutes) {
            return new LedgerEntry(
                    EntryKind.ONLINE,
                    cohort + "/" + trainee,
                    cohort,
                    since,
                    trainee,
                    cohort,
                    null,
                    "",
                    Map.of(EntryField.MINUTES, Integer.toString(minutes)));
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ONLINE;
    }

    /** @param thing a class */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return entries(
                people.isEmpty()
                        ? reads.rows(OVER + "e.cohort = ?", Over::of, county.id(), today(), thing)
                        : reads.rows(
                                OVER + "e.cohort = ? and e.trainee = any(?::uuid[])",
                                Over::of,
                                county.id(),
                                today(),
                                thing,
                                people));
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        Page<Over, UUID> page = Page.of(
                reads.rows(OVER + "e.id > ? order by e.id limit ?", Over::of, county.id(), today(), last, most + 1),
                most,
                Over::id);
        return new Page<>(entries(page.rows()), page.next());
    }

    private List<LedgerEntry> entries(List<Over> all) {
        List<LedgerEntry> entries = new ArrayList<>();
        all.stream().collect(Collectors.groupingBy(Over::cohort)).forEach((cohort, some) -> {
            Map<UUID, Integer> minutes =
                    online.minutes(cohort, some.stream().map(Over::trainee).toList());
            some.stream()
                    .filter(one -> minutes.getOrDefault(one.trainee(), 0) > 0)
                    .forEach(one -> entries.add(one.watched(minutes.get(one.trainee()))));
        });
        return entries;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
    }
}
