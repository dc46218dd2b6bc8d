package org.tianbo.cohort.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of spot checks: one entry a visit of a sample, which each call to its trainee corrects. */
@ApplicationScoped
class SpotCheckLedger implements LedgerEntries {

    private static final String CHECKED =
            """
            select s.id, s.seed, s.drawn_by, s.drawn_at, d.visit, v.cohort, v.trainee, c.result, c.tries, c.called_by,
                c.called_at
            from spot_checks s
            join spot_check_visits d on d.county = s.county and d.sample = s.id
            join follow_up_visits v on v.county = d.county and v.id = d.visit
            left join lateral (
                select count(*) over () as tries, last.result, last.called_by, last.called_at from spot_check_calls last
                where last.county = d.county and last.sample = d.sample and last.visit = d.visit
                order by last.result = 'NOT_REACHED', last.id desc limit 1) c on true
            where s.county = ? and %s
            order by s.id, d.ordinal
            """;

    private static final String NEXT =
            "s.id in (select n.id from spot_checks n where n.county = ? and n.id > ? order by n.id limit ?)";

    private final CountyReads reads;
    private final CurrentCounty county;

    SpotCheckLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.SPOT_CHECK;
    }

    /** @param thing a sample */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(CHECKED.formatted("s.id = ?"), SpotCheckLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        List<LedgerEntry> all =
                reads.rows(CHECKED.formatted(NEXT), SpotCheckLedger::entry, county.id(), county.id(), last, most);
        return new Page<>(all, all.stream().reduce((earlier, later) -> later).map(LedgerEntry::thing));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        String result = row.getString("result");
        boolean answered = result != null && !result.equals("NOT_REACHED");
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        values.put(EntryField.SEED, row.getString("seed"));
        values.put(EntryField.TRIES, Long.toString(row.getLong("tries")));
        if (result != null) {
            values.put(EntryField.ANSWERED, answered ? "yes" : "no");
        }
        if (answered) {
            values.put(EntryField.CONFIRMED, result.equals("CONFIRMED") ? "yes" : "no");
        }
        UUID sample = row.getObject("id", UUID.class);
        return new LedgerEntry(
                EntryKind.SPOT_CHECK,
                sample + "/" + row.getString("visit"),
                sample,
                Jdbc.instant(row, result == null ? "drawn_at" : "called_at"),
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject(result == null ? "drawn_by" : "called_by", UUID.class),
                "",
                values);
    }
}
