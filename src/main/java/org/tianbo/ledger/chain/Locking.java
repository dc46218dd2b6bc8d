package org.tianbo.ledger.chain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Locks days, which nothing unlocks: the chain itself says so, and the entry's hash seals all that was before it. */
@ApplicationScoped
public class Locking {

    private static final Logger LOG = Logger.getLogger(Locking.class);
    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;
    private static final int EARLIEST_YEAR = 2000;

    private static final String LOCKS = "select " + Lock.COLUMNS + " from ledger_locks where county = ?";

    private static final String LOCK = "insert into ledger_locks (county, " + Lock.COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?) returning id";

    private final Chain chain;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    Locking(Chain chain, CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.chain = chain;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /** What somebody typed: days as {@code 2026-09-01}, both included. */
    public record Wanted(String name, String first, String last, String reason, UUID by) {}

    /**
     * The locks, the latest first.
     *
     * @param before the last one on the page before; null for the first page
     */
    public Page<Lock, UUID> page(UUID before, int size) {
        List<Lock> rows = before == null
                ? reads.rows(LOCKS + " order by id desc limit ?", Lock::of, county.id(), size + 1)
                : reads.rows(LOCKS + " and id < ? order by id desc limit ?", Lock::of, county.id(), before, size + 1);
        return Page.of(rows, size, Lock::id);
    }

    /** Those that have a day of the period, the earliest first. */
    public List<Lock> touching(LocalDate first, LocalDate last) {
        return reads.rows(
                LOCKS + " and last_day >= ? and first_day <= ? order by id", Lock::of, county.id(), first, last);
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has none of that id */
    public Lock lock(UUID id) {
        return reads.rows(LOCKS + " and id = ?", Lock::of, county.id(), id).stream()
                .findFirst()
                .orElseThrow(LedgerRefused::unknown);
    }

    /**
     * Locks the days from now on. The very same days are locked once, however often that is asked for.
     *
     * @return its id
     * @throws Refused when a field does not fit; days can be locked once they are over
     */
    @Transactional
    public UUID lock(Wanted wanted) {
        Instant now = clock.instant();
        Days days = checked(wanted, LocalDate.ofInstant(now, Zones.SHANGHAI));
        ChainHead head = chain.lock(county.id());
        List<Lock> same = reads.rows(
                LOCKS + " and first_day = ? and last_day = ?", Lock::of, county.id(), days.first(), days.last());
        if (!same.isEmpty()) {
            return same.get(0).id();
        }
        UUID id = Ids.next();
        LedgerEntry said = new LedgerEntry(
                EntryKind.LOCK,
                id.toString(),
                id,
                now,
                null,
                null,
                wanted.by(),
                days.reason(),
                Map.of(
                        EntryField.NAME, days.name(),
                        EntryField.FROM, days.first().toString(),
                        EntryField.TO, days.last().toString()));
        ChainHead sealed = chain.append(
                county.id(),
                head,
                List.of(new NewEntry(
                        said, LocalDate.ofInstant(now, Zones.SHANGHAI), null, null, false, wanted.by(), now)));
        writes.returning(
                LOCK,
                row -> row.getObject(1, UUID.class),
                county.id(),
                id,
                days.name(),
                days.first(),
                days.last(),
                days.reason(),
                sealed.seq(),
                sealed.hex(),
                wanted.by(),
                now);
        LOG.infof("%s to %s are locked in the ledger of %s", days.first(), days.last(), county.id());
        return id;
    }

    private record Days(String name, LocalDate first, LocalDate last, String reason) {}

    private static Days checked(Wanted wanted, LocalDate today) {
        Refused refused = LedgerRefused.wrong();
        String name = text("name", wanted.name(), 1, LONGEST_NAME, refused);
        String reason = text("reason", wanted.reason(), SHORTEST_REASON, LONGEST_REASON, refused);
        LocalDate first = day("first", wanted.first(), refused);
        LocalDate last = day("last", wanted.last(), refused);
        if (last != null && !last.isBefore(today)) {
            refused.field("last", "ledger.not-over-yet");
        } else if (first != null && last != null && last.isBefore(first)) {
            refused.field("last", "ledger.ends-before-it-begins");
        }
        refused.throwIfAny();
        return new Days(name, first, last, reason);
    }

    private static String text(String field, String typed, int least, int most, Refused refused) {
        String text = Objects.toString(typed, "").strip().replace("\u0000", "");
        if (text.length() < least) {
            refused.field(field, field.equals("name") ? "ledger.name-missing" : "ledger.reason-too-short");
        } else if (text.length() > most) {
            refused.field(field, "ledger.too-long-a-text");
        }
        return text;
    }

    private static LocalDate day(String field, String typed, Refused refused) {
        try {
            LocalDate day = LocalDate.parse(Objects.toString(typed, "").strip());
            if (day.getYear() >= EARLIEST_YEAR) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            refused.field(field, "ledger.day-missing");
            return null;
        }
        refused.field(field, "ledger.day-missing");
        return null;
    }
}
