package org.tianbo.curriculum.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/**
 * Keeps the current snapshot in memory, and every older version once it was asked for. Another instance may publish, so
 * the database is asked for its edition now and then: by one reader, while the others go on with the cached snapshot.
 */
@ApplicationScoped
class ContentCache {

    private static final Logger LOG = Logger.getLogger(ContentCache.class);

    private record Key(DocumentKind kind, String slug, String version) {}

    private final ContentVersions versions;
    private final CurriculumConfig config;
    private final Clock clock;
    private final Map<Key, Object> older = new ConcurrentHashMap<>();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile ContentSnapshot snapshot;
    private volatile Instant checkedAt = Instant.MIN;

    ContentCache(ContentVersions versions, CurriculumConfig config, Clock clock) {
        this.versions = versions;
        this.config = config;
        this.clock = clock;
    }

    ContentSnapshot current() {
        if (snapshot == null) {
            load();
        } else if (clock.instant().isAfter(checkedAt.plus(config.recheck())) && loading.tryLock()) {
            try {
                recheck();
            } finally {
                loading.unlock();
            }
        }
        return snapshot;
    }

    /** What was just published need not be read back. */
    void hold(ContentSnapshot published) {
        loading.lock();
        try {
            snapshot = published;
            checkedAt = clock.instant();
        } finally {
            loading.unlock();
        }
    }

    private void load() {
        loading.lock();
        try {
            hold(versions.current());
        } finally {
            loading.unlock();
        }
    }

    <T> Optional<T> version(DocumentKind kind, String slug, String version, Class<T> view) {
        Optional<T> current = current().find(kind, slug, version, view);
        if (current.isPresent()) {
            return current;
        }
        Key key = new Key(kind, slug, version);
        Optional<T> known = Optional.ofNullable(older.get(key)).map(view::cast);
        if (known.isPresent()) {
            return known;
        }
        // Only what exists is remembered, so that guessed versions cannot fill the memory.
        Optional<T> found = versions.find(kind, slug, version).map(document -> DocumentMapper.read(document, view));
        found.ifPresent(value -> older.put(key, value));
        return found;
    }

    /** What was published last under that name, current or not. */
    Optional<Document> last(DocumentKind kind, String slug) {
        return versions.last(kind, slug);
    }

    /** A database that does not answer for a moment must not take lessons away that are already in memory. */
    private void recheck() {
        checkedAt = clock.instant();
        try {
            if (!versions.edition().equals(snapshot.edition())) {
                snapshot = versions.current();
            }
        } catch (IllegalStateException unreachable) {
            LOG.warn(
                    "Still showing the content read earlier: the database did not say whether there is newer",
                    unreachable);
        }
    }
}
