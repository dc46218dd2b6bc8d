package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What stores kept of each month of which a file has ever shown something; nothing by now, where that was undone or
 * belongs to another store.
 */
@ApplicationScoped
class SettledMonths {

    private static final String NOTE =
            """
            insert into settled_months (county, store, month)
            select ?, ?, (month || '-01')::date from unnest(?::text[]) as shown (month)
            on conflict do nothing returning month
            """;

    private static final String SETTLED =
            """
            select m.store, s.trainee, m.month, coalesce((select sum(l.paid_fen - l.refunded_fen) from order_lines l
                where l.county = m.county and l.store = m.store and l.state = 'COMPLETED'
                    and l.ordered_at >= m.month::timestamp at time zone 'Asia/Shanghai'
                    and l.ordered_at < (m.month + interval '1 month') at time zone 'Asia/Shanghai'), 0) as fen
            from settled_months m join stores s on s.county = m.county and s.id = m.store
            where m.county = ? and\s""";

    private static final String IN_ORDER = " order by m.store, m.month";

    private static final String NEXT_STORES =
            "m.store in (select distinct n.store from settled_months n where n.county = ? and n.store > ?"
                    + " order by n.store limit ?)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    SettledMonths(CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** What one store kept of one month. */
    record Settled(UUID store, UUID trainee, YearMonth month, long fen) {

        private static Settled of(ResultSet row) throws SQLException {
            return new Settled(
                    row.getObject("store", UUID.class),
                    row.getObject("trainee", UUID.class),
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getLong("fen"));
        }
    }

    /** Its files show an income of these months. */
    void note(UUID store, Collection<YearMonth> months) {
        if (!months.isEmpty()) {
            writes.returning(NOTE, row -> row.getObject(1), county.id(), store, months);
        }
    }

    List<Settled> of(UUID store) {
        return reads.rows(SETTLED + "m.store = ?" + IN_ORDER, Settled::of, county.id(), store);
    }

    /** Of the next stores in the order of their ids, each with all its months. */
    List<Settled> after(UUID last, int stores) {
        return reads.rows(SETTLED + NEXT_STORES + IN_ORDER, Settled::of, county.id(), county.id(), last, stores);
    }
}
