package org.tianbo.learning.page;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.curriculum.LessonView;

/** The lessons' HTML, put together once for each version and language. There are as many as were published: few. */
@ApplicationScoped
class LessonBodies {

    private record Key(String version, String language) {}

    private final Map<Key, RawString> ready = new ConcurrentHashMap<>();

    RawString of(LessonView lesson, Locale locale) {
        return ready.computeIfAbsent(
                new Key(lesson.version(), locale.getLanguage()), key -> new RawString(lesson.html(locale)));
    }
}
