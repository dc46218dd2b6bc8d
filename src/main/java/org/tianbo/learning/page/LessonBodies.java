package org.tianbo.learning.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.tianbo.curriculum.LessonView;

/** The lessons' HTML, put together once for each version and language, of those that were asked for lately. */
@ApplicationScoped
class LessonBodies {

    private record Key(String version, String language) {}

    /** What is shipped, in both languages, and counties' own as many times. */
    private static final int MOST = 1_000;

    private final Cache<Key, RawString> ready =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RawString of(LessonView lesson, Locale locale) {
        return ready.get(new Key(lesson.version(), locale.getLanguage()), key -> new RawString(lesson.html(locale)));
    }
}
