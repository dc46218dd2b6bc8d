package org.tianbo.ledger.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.tianbo.platform.security.CountyReads;

/** Which days of a county are locked. */
@ApplicationScoped
public class LockedDays {

    private static final String LOCKS = "select first_day, last_day from ledger_locks where county = ?";

    private final CountyReads reads;

    LockedDays(CountyReads reads) {
        this.reads = reads;
    }

    private record Days(LocalDate first, LocalDate last) {}

    /** The locked days of one county. */
    public static final class Locks {

        private final List<Days> days;

        private Locks(List<Days> days) {
            this.days = List.copyOf(days);
        }

        /** On which day something is booked: when it happened or, where that is locked, today, which never is. */
        public LocalDate bookedOn(LocalDate happened, LocalDate today) {
            return have(happened) ? today : happened;
        }

        boolean have(LocalDate day) {
            return days.stream().anyMatch(one -> !day.isBefore(one.first()) && !day.isAfter(one.last()));
        }
    }

    /** As they are for this transaction; whoever holds the chain's end sees all of them. */
    public Locks of(String county) {
        return new Locks(reads.rows(
                LOCKS, row -> new Days(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)), county));
    }
}
