package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Finds the county's entries. */
@ApplicationScoped
public class Entries {

    private static final String SELECT = "select " + ChainedEntry.COLUMNS + " from ledger_entries where county = ?";

    /** Of one thing, read at once. */
    private static final int OF_A_THING_AT_ONCE = 500;

    /** Of many things, read at once. */
    private static final int OF_THINGS_AT_ONCE = 1_000;

    /** Of each thing the last entry that says anything of the field. */
    private static final String SUM =
            """
            select coalesce(sum(coalesce(substring(last.content from ?), '0')::bigint), 0) from (
                select distinct on (source) content from ledger_entries
                where county = ? and kind = ? and (amends is null or before like ?)
                order by source, seq desc) last
            """;

    private static final String FIGURES =
            "select kind, count(*) filter (where amends is null), count(amends), min(day),"
                    + " max(day) from ledger_entries where county = ?";

    private static final String SAME = " and kind = ? and source = ? and ";

    private final CountyReads reads;
    private final ClassRegister register;
    private final CurrentCounty county;

    Entries(CountyReads reads, ClassRegister register, CurrentCounty county) {
        this.reads = reads;
        this.register = register;
        this.county = county;
    }

    /**
     * A page of them, the latest first.
     *
     * @param before number of the last entry on the page before
     */
    public Page<ChainedEntry, Long> page(EntryFilter filter, long before, int size) {
        Where where = where(filter);
        where.and("seq < ?", before);
        return Page.of(
                reads.rows(
                        SELECT + where.sql + " order by seq desc limit " + (size + 1),
                        ChainedEntry::of,
                        where.values.toArray()),
                size,
                ChainedEntry::seq);
    }

    /** The next of them after an entry, in their order. */
    public List<ChainedEntry> after(EntryFilter filter, long last, int most) {
        Where where = where(filter);
        where.and("seq > ?", last);
        return reads.rows(SELECT + where.sql + " order by seq limit " + most, ChainedEntry::of, where.values.toArray());
    }

    public long count(EntryFilter filter) {
        Where where = where(filter);
        return reads.rows(
                        "select count(*) from ledger_entries where county = ?" + where.sql,
                        row -> row.getLong(1),
                        where.values.toArray())
                .get(0);
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has none of that number */
    public ChainedEntry entry(long seq) {
        return reads.rows(SELECT + " and seq = ?", ChainedEntry::of, county.id(), seq).stream()
                .findFirst()
                .orElseThrow(LedgerRefused::unknown);
    }

    /** Everything that was ever written about the thing that this entry is about, the earliest first. */
    public List<ChainedEntry> ofSameThing(ChainedEntry entry) {
        List<ChainedEntry> all = new ArrayList<>();
        List<ChainedEntry> next;
        long last = 0;
        do {
            next = reads.rows(
                    SELECT + SAME + "seq > ? order by seq limit " + OF_A_THING_AT_ONCE,
                    ChainedEntry::of,
                    county.id(),
                    entry.kind(),
                    entry.source(),
                    last);
            all.addAll(next);
            last = next.isEmpty() ? last : next.get(next.size() - 1).seq();
        } while (next.size() == OF_A_THING_AT_ONCE);
        return all;
    }

    /** Everything that was ever written about these things of a kind, by their names, each the earliest first. */
    public Map<String, List<ChainedEntry>> histories(EntryKind kind, Collection<String> sources) {
        Map<String, List<ChainedEntry>> histories = new HashMap<>();
        List<ChainedEntry> next;
        long last = 0;
        do {
            next = reads.rows(
                    SELECT + " and kind = ? and source = any(?) and seq > ? order by seq limit " + OF_THINGS_AT_ONCE,
                    ChainedEntry::of,
                    county.id(),
                    kind.code(),
                    sources.toArray(String[]::new),
                    last);
            next.forEach(entry -> histories
                    .computeIfAbsent(entry.source(), source -> new ArrayList<>())
                    .add(entry));
            last = next.isEmpty() ? last : next.get(next.size() - 1).seq();
        } while (next.size() == OF_THINGS_AT_ONCE);
        return histories;
    }

    /**
     * What was last written about the thing that this entry is about, the latest first.
     *
     * @param before number of the last entry on the page before
     */
    public Page<ChainedEntry, Long> latestOfSameThing(ChainedEntry entry, long before, int size) {
        return Page.of(
                reads.rows(
                        SELECT + SAME + "seq < ? order by seq desc limit " + (size + 1),
                        ChainedEntry::of,
                        county.id(),
                        entry.kind(),
                        entry.source(),
                        before),
                size,
                ChainedEntry::seq);
    }

    /**
     * Of each thing of the kind the entry that tells of it first, the latest first.
     *
     * @param before number of the last one on the page before
     */
    public Page<ChainedEntry, Long> firsts(EntryKind kind, long before, int size) {
        return Page.of(
                reads.rows(
                        SELECT + " and kind = ? and amends is null and seq < ? order by seq desc limit " + (size + 1),
                        ChainedEntry::of,
                        county.id(),
                        kind.code(),
                        before),
                size,
                ChainedEntry::seq);
    }

    /** Of each thing of the kind that is about this person the entry that tells of it first, in their order. */
    public List<ChainedEntry> firstsOf(EntryKind kind, UUID person) {
        return reads.rows(
                SELECT + " and kind = ? and person = ? and amends is null order by seq",
                ChainedEntry::of,
                county.id(),
                kind.code(),
                person);
    }

    /** What a field of a kind comes to over all things, after all corrections; the field is a whole number. */
    public long sum(EntryKind kind, EntryField field) {
        String name = '"' + field.code() + "\":";
        return reads.rows(
                        SUM,
                        row -> row.getLong(1),
                        name + "\"(-?[0-9]{1,18})\"",
                        county.id(),
                        kind.code(),
                        "%" + name + "%")
                .get(0);
    }

    /**
     * How much of one kind is told.
     *
     * @param kind its code
     * @param things how many things were told of for the first time
     * @param corrections how often something was corrected
     * @param first the first day on which something is booked
     * @param last the last day
     */
    public record Figure(String kind, long things, long corrections, LocalDate first, LocalDate last) {}

    /** Kind by kind, in the order of their codes. */
    public List<Figure> figures(EntryFilter filter) {
        Where where = where(filter);
        return reads.rows(
                FIGURES + where.sql + " group by kind order by kind",
                row -> new Figure(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)),
                where.values.toArray());
    }

    private Where where(EntryFilter filter) {
        Where where = new Where(county.id());
        filter.from().ifPresent(day -> where.and("day >= ?", day));
        filter.to().ifPresent(day -> where.and("day <= ?", day));
        filter.kind().ifPresent(kind -> where.and("kind = ?", kind.code()));
        filter.person().ifPresent(person -> where.and("person = ?", person));
        if (filter.corrections()) {
            where.sql.append(" and amends is not null");
        }
        filter.cohort().ifPresent(cohort -> {
            where.and("(cohort = ? or cohort is null and person = any(?::uuid[]))", cohort);
            where.values.add(register.members(cohort));
        });
        return where;
    }

    /** Conditions and what stands at their question marks. */
    private static final class Where {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Where(String county) {
            values.add(county);
        }

        void and(String condition, Object value) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }
}
