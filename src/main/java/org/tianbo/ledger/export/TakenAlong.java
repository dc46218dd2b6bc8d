package org.tianbo.ledger.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Who took which entries along as a file. */
@ApplicationScoped
public class TakenAlong {

    private static final String RECORD =
            """
            insert into ledger_exports (county, id, exported_by, exported_at, format, list, entries)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private static final String PAGE =
            """
            select id, exported_by, exported_at, format, list, entries from ledger_exports
            where county = ? and id < ? order by id desc limit ?
            """;

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    TakenAlong(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * A file that is asked for.
     *
     * @param format {@code XLSX}, {@code CSV} or {@code PDF}
     * @param list the query of the list's address; empty for all of it
     */
    public record Export(String format, String list, UUID by) {}

    /** A file that was taken along, with so many entries. */
    public record Taken(UUID id, Export export, Instant at, long entries) {}

    void record(Export export, int entries) {
        writes.returning(
                RECORD,
                row -> row.getObject(1),
                county.id(),
                Ids.next(),
                export.by(),
                clock.instant(),
                export.format(),
                export.list(),
                entries);
    }

    /**
     * A page of them, the latest first.
     *
     * @param before the last one on the page before; null for the first page
     */
    public Page<Taken, UUID> page(UUID before, int size) {
        List<Taken> rows = reads.rows(
                PAGE,
                row -> new Taken(
                        row.getObject("id", UUID.class),
                        new Export(
                                row.getString("format"),
                                row.getString("list"),
                                row.getObject("exported_by", UUID.class)),
                        Jdbc.instant(row, "exported_at"),
                        row.getLong("entries")),
                county.id(),
                before == null ? AFTER_ALL : before,
                size + 1);
        return Page.of(rows, size, Taken::id);
    }
}
