package org.tianbo.curriculum.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.county.CountyContent;
import org.tianbo.curriculum.county.OwnContent;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.security.CurrentCounty;

/** What the county at hand is taught: for most exactly what is shipped, at no cost. */
@ApplicationScoped
class CountySnapshots {

    private static final long HEAP =
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();

    /** Of the heap, for snapshots and for older lessons. */
    private static final int SHARE = 20;

    /** A snapshot shares all but the county's own lessons with what is shipped. */
    private static final int LEAST_BYTES = 20_000;

    private record Overlaid(String shipped, String own, long bytes, ContentSnapshot snapshot) {}

    private record Older(String county, String slug, String version) {}

    private final Cache<String, Overlaid> snapshots = Caffeine.newBuilder()
            .maximumWeight(HEAP / SHARE)
            .weigher((String id, Overlaid one) -> (int) Math.min(Integer.MAX_VALUE, LEAST_BYTES + one.bytes()))
            .build();

    /** Only what exists: guessed versions are forgotten at once. */
    private final Cache<Older, LessonView> older = Caffeine.newBuilder()
            .maximumWeight(HEAP / SHARE)
            .weigher((Older key, LessonView lesson) ->
                    (int) (2 * (lesson.bytes().zh() + lesson.bytes().en())))
            .build();

    private final ContentCache shipped;
    private final CountyContent content;
    private final CurrentCounty county;

    CountySnapshots(ContentCache shipped, CountyContent content, CurrentCounty county) {
        this.shipped = shipped;
        this.content = content;
        this.county = county;
    }

    ContentSnapshot current() {
        ContentSnapshot all = shipped.current();
        OwnContent own = content.current();
        return own.documents().isEmpty() ? all : with(own, all);
    }

    private ContentSnapshot with(OwnContent own, ContentSnapshot all) {
        String id = county.id();
        Overlaid known = snapshots.getIfPresent(id);
        if (known != null
                && known.shipped().equals(all.edition())
                && known.own().equals(own.edition())) {
            return known.snapshot();
        }
        Overlaid made = new Overlaid(all.edition(), own.edition(), own.bytes(), all.with(readable(own)));
        snapshots.put(id, made);
        return made.snapshot();
    }

    private static OwnContent readable(OwnContent own) {
        return new OwnContent(
                own.edition(),
                own.documents().stream()
                        .filter(one -> one.kind() != DocumentKind.LESSON
                                || DocumentMapper.find(one, LessonView.class).isPresent())
                        .toList(),
                own.ever(),
                own.bytes());
    }

    /** That version, whether it was shipped or is the county's own. */
    Optional<LessonView> lesson(String slug, String version) {
        return current()
                .find(DocumentKind.LESSON, slug, version, LessonView.class)
                .or(() -> shipped.version(DocumentKind.LESSON, slug, version, LessonView.class))
                .or(() -> own(slug, version));
    }

    /** As it is taught, or else as it was published last: the county's own before what is shipped. */
    Optional<LessonView> lastTaught(String slug) {
        return current().find(DocumentKind.LESSON, slug, LessonView.class).or(() -> content.last(
                        DocumentKind.LESSON, slug)
                .or(() -> shipped.last(DocumentKind.LESSON, slug))
                .flatMap(document -> DocumentMapper.find(document, LessonView.class)));
    }

    private Optional<LessonView> own(String slug, String version) {
        return Optional.ofNullable(older.get(
                new Older(county.id(), slug, version), key -> content.version(DocumentKind.LESSON, slug, version)
                        .flatMap(document -> DocumentMapper.find(document, LessonView.class))
                        .orElse(null)));
    }
}
