package org.tianbo.people.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Files of villages that somebody has looked at and not taken yet, so that taking one does not ask for it again. They
 * hold no people. A county keeps the last one, for a day.
 */
@ApplicationScoped
public class KeptVillageFile {

    private static final Duration LASTS = Duration.ofDays(1);

    private static final String KEEP =
            """
            insert into village_files (county, id, name, bytes, kept_at) values (:county, :id, :name, :bytes, :at)
            on conflict (county) do update
            set id = excluded.id, name = excluded.name, bytes = excluded.bytes, kept_at = excluded.kept_at
            """;

    private static final String READ =
            "select name, bytes from village_files where county = ? and id = ? and kept_at > ?";

    private final EntityManager entities;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    KeptVillageFile(EntityManager entities, CountyReads reads, CurrentCounty county, Clock clock) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    /** A file as it came. */
    public record Kept(String name, byte[] bytes) {}

    /** @return by which it is found again */
    @Transactional
    public UUID keep(String name, byte[] bytes) {
        UUID id = Ids.next();
        entities.createNativeQuery(KEEP)
                .setParameter("county", county.id())
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("bytes", bytes)
                .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return id;
    }

    /** Empty for one that another has taken the place of, or that is older than a day. */
    public Optional<Kept> of(UUID id) {
        Instant oldest = clock.instant().minus(LASTS);
        return reads
                .rows(
                        READ,
                        row -> new Kept(row.getString("name"), row.getBytes("bytes")),
                        county.id(),
                        id,
                        oldest.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** It was taken. */
    @Transactional
    public void forget() {
        entities.createNativeQuery("delete from village_files where county = :county")
                .setParameter("county", county.id())
                .executeUpdate();
    }
}
