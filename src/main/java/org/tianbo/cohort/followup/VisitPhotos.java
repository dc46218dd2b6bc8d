package org.tianbo.cohort.followup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.EvidencePhotos;
import org.tianbo.store.EvidencePhotos.EvidencePhoto;

/** Photos that belong to visits. They come after the visit, when the phone has a network for them. */
@ApplicationScoped
public class VisitPhotos {

    private static final String ADD =
            """
            insert into follow_up_photos (county, visit, photo, sha256, received_at) values (?, ?, ?, ?, ?)
            on conflict do nothing returning photo
            """;

    private static final String OF_VISITS =
            """
            select visit, photo from follow_up_photos
            where county = ? and visit = any(?::uuid[]) order by received_at, photo
            """;

    private final EvidencePhotos photos;
    private final Flags flags;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    VisitPhotos(
            EvidencePhotos photos,
            Flags flags,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Clock clock) {
        this.photos = photos;
        this.flags = flags;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /** A photo of a visit, as a page shows it. */
    public record Shown(UUID visit, EvidencePhoto photo) {}

    /**
     * Keeps a photo with its visit; the same file is kept once.
     *
     * @param visit one that the giver may add to
     * @return the photo's id, once it was prepared; fails with the fault of what is no photo
     */
    public CompletionStage<UUID> add(Visit visit, Path raw, UUID by) {
        return photos.keep(visit.trainee(), raw, by, photo -> QuarkusTransaction.requiringNew()
                .run(() -> attach(visit, photo)));
    }

    private void attach(Visit visit, EvidencePhoto photo) {
        boolean fresh = !writes.returning(
                        ADD,
                        row -> row.getObject(1),
                        county.id(),
                        visit.id(),
                        photo.id(),
                        photo.sha256(),
                        clock.instant())
                .isEmpty();
        if (fresh) {
            flags.lookAtPhoto(visit, photo.sha256());
        }
    }

    /** The photos of these visits, with links for whoever may see the visits. */
    @Transactional
    public Map<UUID, List<Shown>> of(Collection<UUID> asked) {
        record Pair(UUID visit, UUID photo) {}
        if (asked.isEmpty()) {
            return Map.of();
        }
        List<Pair> pairs = reads.rows(
                OF_VISITS,
                row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                county.id(),
                asked);
        Map<UUID, EvidencePhoto> shown =
                photos.shown(pairs.stream().map(Pair::photo).toList());
        return pairs.stream()
                .map(pair -> new Shown(pair.visit(), shown.get(pair.photo())))
                .collect(Collectors.groupingBy(Shown::visit));
    }
}
