package org.tianbo.learning.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView;

/**
 * The lessons' films, which the build made of their drawings and packed beside what is served as it is. A county that
 * changes the words of a lesson keeps its film; a version from elsewhere, such as an older build, has none here.
 */
@ApplicationScoped
class Films {

    private static final String FOLDER = "/films/";
    private static final String PACKED = "META-INF/resources";

    /** Versions of lessons, with a film or without. */
    private static final int MOST = 1_000;

    /** Where a film is; {@code address} without its ending. */
    record Packed(String address, long bytes) {}

    private final Cache<String, Optional<Packed>> found =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private final Curriculum curriculum;

    Films(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    Optional<Packed> of(LessonView lesson) {
        return lesson.film().flatMap(film -> packed(lesson).or(() -> curriculum
                .shipped(lesson.slug())
                .filter(lesson::isFilmedLike)
                .flatMap(this::packed)));
    }

    private Optional<Packed> packed(LessonView lesson) {
        return found.get(lesson.version(), version -> find(lesson));
    }

    private static Optional<Packed> find(LessonView lesson) {
        String address = FOLDER + lesson.slug() + "-" + lesson.version();
        URL film = Thread.currentThread().getContextClassLoader().getResource(PACKED + address + ".mp4");
        if (film == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Packed(address, film.openConnection().getContentLengthLong()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
