package org.tianbo.learning.video;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.tianbo.learning.CountyVideos;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Which seconds of a county's video a trainee has watched, on whichever phone and day. */
@ApplicationScoped
public class WatchedVideos {

    private static final String PLAYED =
            """
            select (select string_agg(n, ',' order by place) from jsonb_array_elements_text(data -> 'played')
                    with ordinality as p (n, place)) as played
            from sync_records
            where county = ? and person = ? and type = 'lesson.watched' and data ->> 'video' = ?
            """;

    private final CountyVideos videos;
    private final CountyReads reads;
    private final CurrentCounty county;

    WatchedVideos(CountyVideos videos, CountyReads reads, CurrentCounty county) {
        this.videos = videos;
        this.reads = reads;
        this.county = county;
    }

    /** @return from and until in turn, in order, each second once; nothing of a video that the county does not have */
    public List<Integer> of(UUID trainee, UUID video) {
        Duration length = videos.lengths().getOrDefault(video, Duration.ZERO);
        WatchedFilm film = new WatchedFilm(Math.toIntExact(length.toSeconds()));
        reads.rows(PLAYED, row -> seconds(row.getString("played")), county.id(), trainee, video.toString())
                .forEach(film::play);
        return film.seen();
    }

    static int[] seconds(String played) {
        return Arrays.stream(played.split(",")).mapToInt(Integer::parseInt).toArray();
    }
}
