package org.tianbo.curriculum.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.county.CountyContent;
import org.tianbo.curriculum.county.OwnContent;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.security.CurrentCounty;

/** What the county at hand is taught: for most exactly what is shipped, at no cost. */
@ApplicationScoped
class CountySnapshots {

    /** A snapshot shares all but the county's own lessons with what is shipped. */
    private static final int COUNTIES = 500;

    private static final int OLDER_LESSONS = 1_000;

    private record Key(String shipped, String own) {}

    private record Older(String county, String slug, String version) {}

    private final Cache<Key, ContentSnapshot> snapshots =
            Caffeine.newBuilder().maximumSize(COUNTIES).build();

    /** Only what exists: guessed versions are forgotten at once. */
    private final Cache<Older, LessonView> older =
            Caffeine.newBuilder().maximumSize(OLDER_LESSONS).build();

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
        return own.documents().isEmpty()
                ? all
                : snapshots.get(new Key(all.edition(), own.edition()), key -> all.with(own));
    }

    /** That version, whether it was shipped or is the county's own. */
    Optional<LessonView> lesson(String slug, String version) {
        return current()
                .find(DocumentKind.LESSON, slug, version, LessonView.class)
                .or(() -> shipped.version(DocumentKind.LESSON, slug, version, LessonView.class))
                .or(() -> own(slug, version));
    }

    private Optional<LessonView> own(String slug, String version) {
        return Optional.ofNullable(older.get(
                new Older(county.id(), slug, version), key -> content.version(DocumentKind.LESSON, slug, version)
                        .map(document -> DocumentMapper.read(document, LessonView.class))
                        .orElse(null)));
    }
}
