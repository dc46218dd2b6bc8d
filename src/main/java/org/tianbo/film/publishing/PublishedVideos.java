package org.tianbo.film.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.film.Film;
import org.tianbo.film.FilmCopy;
import org.tianbo.film.FilmTable;
import org.tianbo.film.FilmsChanged;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.CountyVideos;
import org.tianbo.platform.security.CurrentCounty;

/** Answers learning what the county published. It is kept in memory, for every look at a lesson asks. */
@ApplicationScoped
class PublishedVideos implements CountyVideos {

    /** How long another replica may go on showing what was published before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int COUNTIES = 3_000;

    private final Cache<String, Map<String, CountyVideo>> counties =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(COUNTIES).build();

    private final FilmTable films;
    private final FilmQuestions questions;
    private final CurrentCounty county;

    PublishedVideos(FilmTable films, FilmQuestions questions, CurrentCounty county) {
        this.films = films;
        this.questions = questions;
        this.county = county;
    }

    @Override
    public Optional<CountyVideo> of(String lesson) {
        return Optional.ofNullable(byLesson().get(lesson));
    }

    @Override
    public Map<String, CountyVideo> byLesson() {
        return counties.get(county.id(), id -> published());
    }

    private Map<String, CountyVideo> published() {
        Map<UUID, List<CountyVideo.Question>> asked = questions.byFilm();
        return films.all().stream()
                .filter(Film::published)
                .collect(Collectors.toUnmodifiableMap(
                        Film::lesson, film -> video(film, asked.getOrDefault(film.id(), List.of()))));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) FilmsChanged changed) {
        counties.invalidate(changed.county());
    }

    @Override
    public Map<UUID, Duration> lengths() {
        return films.lengths();
    }

    private static CountyVideo video(Film film, List<CountyVideo.Question> questions) {
        return new CountyVideo(
                film.id(),
                film.length(),
                bytes(film, FilmCopy.SMALL),
                bytes(film, FilmCopy.BETTER),
                bytes(film, FilmCopy.SOUND),
                film.captions(),
                questions);
    }

    private static long bytes(Film film, String kind) {
        return film.copy(kind).map(FilmCopy::bytes).orElse(0L);
    }
}
