package org.tianbo.mentoring.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** What the ledger is told of rehearsals that mentors have graded. */
@ApplicationScoped
class ReviewLedger implements LedgerEntries {

    private static final String OUT =
            """
            select id, trainee, mentor, attempt_no, title, format, score, vetoed, rubric_version, published_at
            from reviews where county = ? and state = 'PUBLISHED' and undoable_until is null and\s""";

    private final CountyReads reads;
    private final CurrentCounty county;

    ReviewLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.PRACTICE;
    }

    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(OUT + "id = ?", ReviewLedger::entry, county.id(), thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(OUT + "id > ? order by id limit ?", ReviewLedger::entry, county.id(), last, most + 1),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new LedgerEntry(
                EntryKind.PRACTICE,
                id.toString(),
                id,
                Jdbc.instant(row, "published_at"),
                row.getObject("trainee", UUID.class),
                null,
                row.getObject("mentor", UUID.class),
                "",
                Map.of(
                        EntryField.ATTEMPT, row.getString("attempt_no"),
                        EntryField.TITLE, row.getString("title"),
                        EntryField.FORMAT, row.getString("format"),
                        EntryField.SCORE, row.getString("score"),
                        EntryField.VETO, row.getBoolean("vetoed") ? "yes" : "no",
                        EntryField.RUBRIC, row.getString("rubric_version")));
    }
}
