package org.tianbo.cohort.counts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The borders a county has brought; its last file counts. */
@ApplicationScoped
public class VillageBorders {

    private static final Logger LOG = Logger.getLogger(VillageBorders.class);

    private static final int LONGEST_NAME = 200;

    private static final String VILLAGES =
            "select id, coalesce(code, '') as code, town, name from villages where county = ?";

    private static final String TAKE =
            """
            insert into village_borders (county, file_name, borders, matched, unmatched, brought_by, brought_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (county) do update set file_name = excluded.file_name, borders = excluded.borders,
                matched = excluded.matched, unmatched = excluded.unmatched, brought_by = excluded.brought_by,
                brought_at = excluded.brought_at
            returning matched
            """;

    private static final String ABOUT =
            """
            select b.file_name, b.matched, b.unmatched, b.brought_at, p.name from village_borders b
            join people p on p.county = b.county and p.id = b.brought_by where b.county = ?
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    VillageBorders(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What a county's borders come from.
     *
     * @param matched how many villages they show
     * @param unmatched what the file calls places that are no village of the county
     * @param by who brought it, by name
     */
    public record About(String file, int matched, List<String> unmatched, Instant at, String by) {}

    /** Empty while the county has brought none: then no map is drawn. */
    public Optional<About> about() {
        return reads
                .rows(
                        ABOUT,
                        row -> new About(
                                row.getString("file_name"),
                                row.getInt("matched"),
                                row.getString("unmatched").lines().toList(),
                                Jdbc.instant(row, "brought_at"),
                                row.getString("name")),
                        county.id())
                .stream()
                .findFirst();
    }

    /** As GeoJSON, each feature named by the id of its village. */
    public Optional<String> geoJson() {
        return reads
                .rows("select borders from village_borders where county = ?", row -> row.getString(1), county.id())
                .stream()
                .findFirst();
    }

    /**
     * Reads the file while nothing of the database is held.
     *
     * @throws Refused when no village's border can be read from the file; those there are stay
     */
    public void take(String name, byte[] bytes, UUID by) {
        List<BorderFile.KnownVillage> villages = reads.rows(
                VILLAGES,
                row -> new BorderFile.KnownVillage(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("town"),
                        row.getString("name")),
                county.id());
        BorderFile.Read read = BorderFile.read(bytes, villages);
        writes.returning(
                TAKE,
                row -> row.getInt(1),
                county.id(),
                BorderFile.cut(BorderFile.plain(name), LONGEST_NAME - 1),
                read.borders(),
                read.matched(),
                String.join("\n", read.unmatched()),
                by,
                clock.instant());
        LOG.infof("Borders of %d villages of %s were taken", read.matched(), county.id());
    }
}
