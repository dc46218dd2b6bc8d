package org.tianbo.ledger.page;

import static org.tianbo.platform.web.ListAddress.given;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.entry.EntryFilter;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.web.ListAddress;

/**
 * A list of entries, as its address has it: a list can be kept, sent and come back to.
 *
 * @param from first day, {@code 2026-09-01}
 * @param to last day
 * @param kind code of a kind
 * @param cohort id of a class
 * @param person somebody's id
 * @param corrections {@code yes} for corrections alone
 * @param before number of the last entry of the page before
 */
record LedgerQuery(
        @QueryParam("from") String from,
        @QueryParam("to") String to,
        @QueryParam("kind") String kind,
        @QueryParam("cohort") String cohort,
        @QueryParam("person") String person,
        @QueryParam("corrections") String corrections,
        @QueryParam("before") String before) {

    static final String YES = "yes";

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2100;

    /** @throws Refused for what can be no filter */
    EntryFilter filter() {
        return new EntryFilter(
                day("from", from),
                day("to", to),
                given(kind).map(code -> EntryKind.of(code).orElseThrow(() -> refused("kind"))),
                id("cohort", cohort),
                id("person", person),
                YES.equals(corrections));
    }

    long start() {
        return number("before", before).orElse(Long.MAX_VALUE);
    }

    /** @throws Refused for what is no number of an entry; empty where nothing is given */
    static Optional<Long> number(String field, String value) {
        return given(value).map(number -> {
            if (!number.matches("\\d{1,18}")) {
                throw refused(field);
            }
            return Long.parseLong(number);
        });
    }

    boolean isFirst() {
        return given(before).isEmpty();
    }

    String address() {
        return "/ledger" + query();
    }

    /** The query of the list's address, with its question mark; empty for all of it. */
    String query() {
        return ListAddress.of("")
                .with("from", from)
                .with("to", to)
                .with("kind", kind)
                .with("cohort", cohort)
                .with("person", person)
                .with("corrections", corrections)
                .with("before", before)
                .toString();
    }

    LedgerQuery startingBefore(String number) {
        return new LedgerQuery(from, to, kind, cohort, person, corrections, number);
    }

    /** @param wanted {@link #YES} for corrections alone */
    LedgerQuery of(EntryKind one, String wanted) {
        return new LedgerQuery(from, to, one.code(), cohort, person, wanted, "");
    }

    LedgerQuery ofAnybody() {
        return new LedgerQuery(from, to, kind, cohort, "", corrections, "");
    }

    private static Optional<UUID> id(String field, String value) {
        return given(value).map(text -> Ids.parse(text).orElseThrow(() -> refused(field)));
    }

    /** Whether anything of the ledger can be of that day. */
    static boolean canBe(LocalDate day) {
        return day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
    }

    private static Optional<LocalDate> day(String field, String value) {
        return given(value).map(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (canBe(day)) {
                    return day;
                }
                throw refused(field);
            } catch (DateTimeException unreadable) {
                throw refused(field);
            }
        });
    }

    private static RuntimeException refused(String field) {
        return LedgerRefused.because(field, "ledger.filter-unknown");
    }
}
