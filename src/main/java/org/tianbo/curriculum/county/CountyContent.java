package org.tianbo.curriculum.county;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What the county at hand teaches of its own, held in memory: every look at a lesson asks. Now and then one reader asks
 * the database whether there is news, while the others go on with what is held; without news nothing more is read.
 */
@ApplicationScoped
public class CountyContent {

    private static final Logger LOG = Logger.getLogger(CountyContent.class);

    /** How long another replica may go on showing what was published before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final long HEAP =
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();

    /** Of the heap. */
    private static final int SHARE = 20;

    private static final int WITHOUT_CONTENT = 500;
    private static final int LOCKS = 64;

    /**
     * @param changes how many there were when it was read
     * @param asked when the database was last asked; the beginning of time once something was published here
     */
    private record Held(OwnContent content, long changes, Instant asked) {

        Held outdated() {
            return new Held(content, changes, Instant.MIN);
        }

        int weight() {
            return (int) Math.min(Integer.MAX_VALUE, WITHOUT_CONTENT + content.bytes());
        }
    }

    private final Cache<String, Held> counties = Caffeine.newBuilder()
            .maximumWeight(HEAP / SHARE)
            .weigher((String id, Held held) -> held.weight())
            .build();

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    private final ContentChanges changes;
    private final CurrentCounty county;
    private final Clock clock;

    CountyContent(ContentChanges changes, CurrentCounty county, Clock clock) {
        this.changes = changes;
        this.county = county;
        this.clock = clock;
    }

    /** Nothing where no county, or all of them, are looked at. */
    public OwnContent current() {
        String id = county.id();
        return id.equals(CurrentCounty.NONE) || id.equals(CurrentCounty.ROOT) ? OwnContent.NONE : of(id);
    }

    private OwnContent of(String id) {
        Held held = counties.getIfPresent(id);
        if (held != null && isFresh(held)) {
            return held.content();
        }
        ReentrantLock lock = lock(id);
        boolean waits = held == null || held.asked().equals(Instant.MIN);
        if (waits) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return held.content();
        }
        try {
            return renewed(id).content();
        } finally {
            lock.unlock();
        }
    }

    private Held renewed(String id) {
        Held known = counties.getIfPresent(id);
        if (known != null && isFresh(known)) {
            return known;
        }
        Held renewed = read(known);
        counties.put(id, renewed);
        return renewed;
    }

    /** A database that does not answer for a moment must not take lessons away. */
    private Held read(Held known) {
        Instant now = clock.instant();
        try {
            long count = changes.count();
            return known != null && known.changes() == count
                    ? new Held(known.content(), count, now)
                    : new Held(count == 0 ? OwnContent.NONE : of(changes.current()), count, now);
        } catch (RuntimeException unreachable) {
            LOG.warn("Still showing what the county published earlier: the database did not say more", unreachable);
            return known == null ? new Held(OwnContent.UNKNOWN, -1, now) : new Held(known.content(), -1, now);
        }
    }

    private boolean isFresh(Held held) {
        return !held.asked().equals(Instant.MIN)
                && clock.instant().isBefore(held.asked().plus(FRESH));
    }

    private ReentrantLock lock(String id) {
        return locks.get(Math.floorMod(id.hashCode(), LOCKS));
    }

    /** A version that the county ever published. */
    public Optional<Document> version(DocumentKind kind, String slug, String version) {
        return current().ever() ? changes.find(kind, slug, version) : Optional.empty();
    }

    /** What the county published last under that name, taken back or not. */
    public Optional<Document> last(DocumentKind kind, String slug) {
        return current().ever() ? changes.lastShown(kind, slug) : Optional.empty();
    }

    /** The most minutes that any version of these lessons says which the county ever published. */
    public Map<String, Integer> longest(Collection<String> lessons) {
        return current().ever() ? changes.longest(lessons) : Map.of();
    }

    /** Whoever is reading meanwhile ends first, so that what they read does not count as the newest. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        ReentrantLock lock = lock(changed.county());
        lock.lock();
        try {
            counties.asMap().computeIfPresent(changed.county(), (id, held) -> held.outdated());
        } finally {
            lock.unlock();
        }
    }

    private static OwnContent of(List<Document> shown) {
        List<Document> documents = new ArrayList<>();
        for (Document document : shown) {
            if (document.kind() == DocumentKind.COURSE) {
                withLessons(document, shown).ifPresent(documents::add);
            } else {
                documents.add(document);
            }
        }
        String edition = documents.stream().map(Document::name).sorted().collect(Collectors.joining(","));
        long bytes = documents.stream()
                .mapToLong(document -> document.body().toString().length())
                .sum();
        return new OwnContent(
                documents.isEmpty() ? "" : Sha256.shortHex(edition), List.copyOf(documents), true, 4 * bytes);
    }

    /** A course without a lesson is not taught. Lessons that nobody has moved come behind the others, by number. */
    private static Optional<Document> withLessons(Document course, List<Document> all) {
        List<String> moved = new ArrayList<>();
        course.body().path("lessons").forEach(slug -> moved.add(slug.asText()));
        List<Document> lessons = all.stream()
                .filter(one -> one.kind() == DocumentKind.LESSON)
                .filter(one -> one.body().path("course").asText().equals(course.slug()))
                .sorted(Comparator.comparingInt((Document one) -> place(one, moved))
                        .thenComparingInt(one -> one.body().path("number").intValue())
                        .thenComparing(Document::slug))
                .toList();
        if (lessons.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = course.body().deepCopy();
        ArrayNode slugs = body.putArray("lessons");
        lessons.forEach(lesson -> slugs.add(lesson.slug()));
        return Optional.of(Document.of(DocumentKind.COURSE, course.slug(), body));
    }

    private static int place(Document lesson, List<String> moved) {
        int place = moved.indexOf(lesson.slug());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
