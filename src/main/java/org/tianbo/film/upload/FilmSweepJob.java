package org.tianbo.film.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.tianbo.film.Film;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmTable;
import org.tianbo.media.Media;
import org.tianbo.platform.jobs.Job;

/** Deletes a county's uploads that nobody went on with for as long as they are kept. */
@ApplicationScoped
class FilmSweepJob implements Job {

    static final String NAME = "film-sweep";

    private static final Logger LOG = Logger.getLogger(FilmSweepJob.class);

    private final FilmTable films;
    private final Media media;
    private final FilmConfig config;
    private final Clock clock;

    FilmSweepJob(FilmTable films, Media media, FilmConfig config, Clock clock) {
        this.films = films;
        this.media = media;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county whose uploads */
    @Override
    public void run(String county) {
        for (Film film : films.unfinishedSince(clock.instant().minus(config.unfinishedKept()))) {
            if (QuarkusTransaction.requiringNew().call(() -> films.forget(film.id()))) {
                media.sizes(film.folder(county)).keySet().forEach(media::delete);
                LOG.infof("What was sent of video %s is deleted, nobody went on with it", film.id());
            }
        }
    }

    @Override
    public void onExhausted(String county) {
        LOG.errorf("Unfinished videos of %s are not deleted; the next night tries again", county);
    }
}
