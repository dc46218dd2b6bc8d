package org.tianbo.film.making;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.tianbo.film.Film;
import org.tianbo.film.FilmCopy;
import org.tianbo.film.FilmState;
import org.tianbo.film.FilmTable;
import org.tianbo.film.upload.FilmChunks;
import org.tianbo.film.upload.FilmUploads;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;

/** Makes a video's copies, then deletes what was sent: nobody needs the large file any more. */
@ApplicationScoped
class MakingJob implements Job {

    private static final Logger LOG = Logger.getLogger(MakingJob.class);

    private final FilmTable films;
    private final FilmChunks chunks;
    private final FilmMaker maker;
    private final Media media;
    private final CurrentCounty county;

    MakingJob(FilmTable films, FilmChunks chunks, FilmMaker maker, Media media, CurrentCounty county) {
        this.films = films;
        this.chunks = chunks;
        this.maker = maker;
        this.media = media;
        this.county = county;
    }

    @Override
    public String name() {
        return FilmUploads.MAKING;
    }

    @Override
    public Pool pool() {
        return Pool.VIDEO;
    }

    /** Somebody waits for the grade of a rehearsal; nobody waits at a lesson's video. */
    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public void run(String id) {
        UUID film = UUID.fromString(id);
        Optional<Film> found = films.find(film);
        if (found.isPresent() && found.get().state() == FilmState.MAKING) {
            // The file, and copies that are smaller than it or short.
            try (WorkDirectory work = media.workplace(
                    county.id() + "/" + id + "-film", 2 * found.get().bytes())) {
                make(found.get(), work.folder());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        } else if (found.isPresent() && found.get().state() != FilmState.UPLOADING) {
            // Cut off after the copies were made.
            deleteSent(film);
        }
    }

    private void make(Film film, Path folder) throws IOException {
        Path source = assembled(film, folder.resolve("source"));
        AtomicInteger count = new AtomicInteger();
        try {
            FilmMaker.Made made = maker.make(
                    source, (kind, file) -> films.made(film.id(), stored(film, kind, file), count.incrementAndGet()));
            if (films.ready(film.id(), Math.toIntExact(made.length().toMillis()), made.sound())) {
                LOG.infof("Video %s is ready, %d copies", film.id(), count.get());
            }
        } catch (Unmakeable unmakeable) {
            films.fail(film.id(), unmakeable.code());
            LOG.infof("No copies can be made of video %s: %s", film.id(), unmakeable.code());
        }
        deleteSent(film.id());
    }

    private void deleteSent(UUID film) {
        chunks.of(film).forEach(chunk -> media.delete(chunk.key()));
        chunks.delete(film);
    }

    private Path assembled(Film film, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (FilmChunks.Chunk chunk : chunks.of(film.id())) {
                try (InputStream in = media.open(chunk.key())) {
                    in.transferTo(out);
                }
            }
        }
        return file;
    }

    private FilmCopy stored(Film film, String kind, Path file) throws IOException {
        String name = file.getFileName().toString();
        StoredObject stored =
                media.storeMade(film.folder(county.id()) + "/" + kind, name.substring(name.lastIndexOf('.')), file);
        return new FilmCopy(kind, stored.key(), stored.sha256(), stored.size());
    }

    @Override
    public void onExhausted(String id) {
        UUID film = UUID.fromString(id);
        films.fail(film, "gave-up");
        deleteSent(film);
    }
}
