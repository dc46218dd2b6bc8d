package org.tianbo.learning.video;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.CountyVideos;
import org.tianbo.learning.WatchedTime;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Adds up what phones recorded of films that played. What was watched of a lesson goes on counting once it is taught no
 * more, or is shorter now.
 */
@ApplicationScoped
class FilmTime implements WatchedTime {

    /** A phone's clock that is ahead counts as the time the record came. */
    private static final String PLAYED =
            """
            select person, data ->> 'lesson' as lesson, data ->> 'video' as video, least(at, received_at) as at,
                (select string_agg(n, ',' order by place) from jsonb_array_elements_text(data -> 'played')
                    with ordinality as p (n, place)) as played
            from sync_records
            where county = ? and person = any(?::uuid[]) and type = 'lesson.watched'
            order by least(at, received_at), id
            """;

    private final Curriculum curriculum;
    private final CountyVideos videos;
    private final CountyReads reads;
    private final CurrentCounty county;

    FilmTime(Curriculum curriculum, CountyVideos videos, CountyReads reads, CurrentCounty county) {
        this.curriculum = curriculum;
        this.videos = videos;
        this.reads = reads;
        this.county = county;
    }

    private record Played(UUID person, String lesson, String video, Instant at, int... seconds) {}

    /** @param video of the county, as the phone wrote it; null for the lesson's own film */
    private record Film(UUID person, String lesson, String video) {}

    @Override
    public Map<UUID, Duration> of(Collection<UUID> trainees, Instant from, Instant until) {
        if (trainees.isEmpty()) {
            return Map.of();
        }
        List<Played> all = played(trainees);
        Map<String, Integer> longest =
                curriculum.longest(all.stream().map(Played::lesson).collect(Collectors.toSet()));
        Map<UUID, Duration> lengths = videos.lengths();
        Map<Film, WatchedFilm> films = new HashMap<>();
        Map<UUID, Duration> watched = new HashMap<>();
        for (Played one : all) {
            int fresh = films.computeIfAbsent(
                            new Film(one.person(), one.lesson(), one.video()),
                            film -> new WatchedFilm(seconds(
                                    film.video() == null
                                            ? Duration.ofMinutes(longest.getOrDefault(film.lesson(), 0))
                                            : length(film.video(), lengths))))
                    .play(one.seconds());
            if (fresh > 0 && !one.at().isBefore(from) && one.at().isBefore(until)) {
                watched.merge(one.person(), Duration.ofSeconds(fresh), Duration::plus);
            }
        }
        return watched;
    }

    private List<Played> played(Collection<UUID> trainees) {
        return reads.rows(
                PLAYED,
                row -> new Played(
                        row.getObject("person", UUID.class),
                        row.getString("lesson"),
                        row.getString("video"),
                        Jdbc.instant(row, "at"),
                        WatchedVideos.seconds(row.getString("played"))),
                county.id(),
                trainees);
    }

    /** Nothing of a video counts that the county never had. */
    private static Duration length(String video, Map<UUID, Duration> lengths) {
        return Ids.parse(video).map(lengths::get).orElse(Duration.ZERO);
    }

    private static int seconds(Duration length) {
        return Math.toIntExact(length.toSeconds());
    }
}
