package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Finds the county's entries. */
@ApplicationScoped
public class Entries {

    private static final String SELECT = "select " + ChainedEntry.COLUMNS + " from ledger_entries where county = ?";

    /** Of one thing; more than so many corrections nobody reads on a page. */
    private static final int MOST_OF_A_THING = 200;

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
        return reads.rows(
                SELECT + " and kind = ? and source = ? order by seq limit " + MOST_OF_A_THING,
                ChainedEntry::of,
                county.id(),
                entry.kind(),
                entry.source());
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
            where.and("(cohort = ? or cohort is null and person = any(string_to_array(?, ',')::uuid[]))", cohort);
            where.values.add(
                    register.members(cohort).stream().map(UUID::toString).collect(Collectors.joining(",")));
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
