package org.tianbo.film.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.film.Film;
import org.tianbo.film.FilmCopy;
import org.tianbo.film.FilmTable;
import org.tianbo.learning.CountyVideo;
import org.tianbo.learning.CountyVideos;

/** Answers learning what the county published. */
@ApplicationScoped
class PublishedVideos implements CountyVideos {

    private final FilmTable films;

    PublishedVideos(FilmTable films) {
        this.films = films;
    }

    @Override
    public Optional<CountyVideo> of(String lesson) {
        return films.published(lesson).map(PublishedVideos::video);
    }

    @Override
    public Map<String, CountyVideo> byLesson() {
        return films.all().stream()
                .filter(Film::published)
                .collect(Collectors.toMap(Film::lesson, PublishedVideos::video));
    }

    @Override
    public Map<UUID, Duration> lengths() {
        return films.lengths();
    }

    private static CountyVideo video(Film film) {
        return new CountyVideo(
                film.id(),
                film.length(),
                bytes(film, FilmCopy.SMALL),
                bytes(film, FilmCopy.BETTER),
                bytes(film, FilmCopy.SOUND),
                film.captions());
    }

    private static long bytes(Film film, String kind) {
        return film.copy(kind).map(FilmCopy::bytes).orElse(0L);
    }
}
