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

    private static final String OVER = "select id, ends_on from cohorts where county = ? and ends_on < ? and ";

    private static final String TRAINEES =
            "select trainee from enrolments where county = ? and cohort = ? order by trainee";

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

    /** A class that is over since that time. */
    private record Over(UUID id, Instant since) {

        static Over of(ResultSet row) throws SQLException {
            LocalDate last = row.getObject("ends_on", LocalDate.class);
            return new Over(
                    row.getObject("id", UUID.class),
                    last.plusDays(1).atStartOfDay(Zones.SHANGHAI).toInstant());
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ONLINE;
    }

    /** @param thing a class */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(OVER + "id = ?", Over::of, county.id(), today(), thing).stream()
                .flatMap(one -> entries(one).stream())
                .filter(entry -> people.isEmpty() || people.contains(entry.person()))
                .toList();
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        Page<Over, UUID> page = Page.of(
                reads.rows(OVER + "id > ? order by id limit ?", Over::of, county.id(), today(), last, most + 1),
                most,
                Over::id);
        List<LedgerEntry> all = new ArrayList<>();
        page.rows().forEach(one -> all.addAll(entries(one)));
        return new Page<>(all, page.next());
    }

    private List<LedgerEntry> entries(Over over) {
        Set<UUID> trainees = reads.rows(TRAINEES, row -> row.getObject(1, UUID.class), county.id(), over.id()).stream()
                .collect(Collectors.toSet());
        return online.minutes(over.id(), trainees).entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new LedgerEntry(
                        EntryKind.ONLINE,
                        over.id() + "/" + one.getKey(),
                        over.id(),
                        over.since(),
                        one.getKey(),
                        over.id(),
                        null,
                        "",
                        Map.of(EntryField.MINUTES, one.getValue().toString())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
    }
}
