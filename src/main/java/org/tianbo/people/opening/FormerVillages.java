package org.tianbo.people.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.tianbo.people.opening.VillagePlan.VillageLine;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code former_villages}: what villages were called, and which went up in others. */
@ApplicationScoped
class FormerVillages {

    private static final String MERGED =
            """
            select coalesce(code, '') as code, town, name from former_villages where county = ? and change = 'MERGED'
            """;

    private static final String REMEMBER =
            """
            insert into former_villages (county, id, village, change, code, town, name, people, file_sha256, changed_by,
                changed_at)
            values (:county, :id, :village, :change, :code, :town, :name, :people, :file, cast(:by as uuid), :at)
            """;

    private final EntityManager entities;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    FormerVillages(EntityManager entities, CountyReads reads, CurrentCounty county, Clock clock) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    /** Those that went up in others; their rows are gone. */
    List<VillageLine> merged() {
        return reads.rows(
                MERGED,
                row -> new VillageLine(null, row.getString("code"), row.getString("town"), row.getString("name"), 0),
                county.id());
    }

    /**
     * @param village where the people live now
     * @param change {@code RENAMED} or {@code MERGED}
     * @param by null for the operator
     */
    void remember(VillageLine before, UUID village, String change, String digest, UUID by) {
        entities.createNativeQuery(REMEMBER)
                .setParameter("county", county.id())
                .setParameter("id", Ids.next())
                .setParameter("village", village)
                .setParameter("change", change)
                .setParameter("code", before.code())
                .setParameter("town", before.town())
                .setParameter("name", before.name())
                .setParameter("people", before.people())
                .setParameter("file", digest)
                .setParameter("by", by == null ? null : by.toString())
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
