package org.tianbo.store.photo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.media.Media;
import org.tianbo.platform.privacy.RetentionRule;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Removes photos that nothing refers to once their time is over: each is kept as soon as it is sent, and the form it
 * came with may never be.
 */
@ApplicationScoped
class UnsentPhotos implements RetentionRule {

    private static final Logger LOG = Logger.getLogger(UnsentPhotos.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEXT = "select id, store from unsent_photos(?, ?) where id > ? order by id limit 200";

    private static final String ONE = "select id, store from unsent_photos(?, ?) where id = ?";
    private static final String LOCK_STORE = "select 1 from stores where county = ? and id = ? for update";
    private static final String HOLD = "select * from hold_unsent_photo(?, ?, ?)";
    private static final String REMOVE = "select remove_unsent_photo(?, ?, ?)";

    private final CountyReads reads;
    private final Media media;
    private final CurrentCounty county;

    UnsentPhotos(CountyReads reads, Media media, CurrentCounty county) {
        this.reads = reads;
        this.media = media;
        this.county = county;
    }

    /** @param store null where it is about a trainee */
    private record Unsent(UUID id, UUID store) {

        static Unsent of(ResultSet row) throws SQLException {
            return new Unsent(row.getObject("id", UUID.class), row.getObject("store", UUID.class));
        }
    }

    @Override
    public Rule rule() {
        return Rule.UNSENT;
    }

    /** One that cannot be removed keeps no other. */
    @Override
    public int remove(Instant before) {
        int removed = 0;
        RuntimeException failed = null;
        List<Unsent> page = next(before, BEFORE_ALL);
        while (!page.isEmpty()) {
            for (Unsent photo : page) {
                try {
                    removed += remove(photo, before);
                } catch (RuntimeException broken) {
                    LOG.errorf(broken, "Photo %s cannot be removed", photo.id());
                    failed = broken;
                }
            }
            page = next(before, page.get(page.size() - 1).id());
        }
        if (removed == 0 && failed != null) {
            throw failed;
        }
        return removed;
    }

    /** Whether the photo was given before then, and nothing refers to it. */
    boolean isUnsent(UUID photo, Instant before) {
        return !one(photo, before).isEmpty();
    }

    /** Removes the photo, unless something refers to it meanwhile. */
    void remove(UUID photo, Instant before) {
        one(photo, before).forEach(unsent -> remove(unsent, before));
    }

    private List<Unsent> one(UUID photo, Instant before) {
        return reads.rows(ONE, Unsent::of, county.id(), before, photo);
    }

    private List<Unsent> next(Instant before, UUID last) {
        return reads.rows(NEXT, Unsent::of, county.id(), before, last);
    }

    /**
     * Bytes first: stopped in between, the row still says that there is something to remove. The store is held, so that
     * nobody shows the photo for one of its gates meanwhile; whoever did so before is heard.
     */
    private int remove(Unsent photo, Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (photo.store() != null) {
                reads.rows(LOCK_STORE, row -> row.getInt(1), county.id(), photo.store());
            }
            List<String> keys = reads.rows(HOLD, row -> row.getString(1), county.id(), photo.id(), before);
            keys.forEach(media::delete);
            if (!keys.isEmpty()) {
                reads.rows(REMOVE, row -> photo, county.id(), photo.id(), before);
            }
            return keys.size();
        });
    }
}
