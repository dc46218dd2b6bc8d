package org.tianbo.film.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.film.Film;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmState;
import org.tianbo.film.FilmTable;
import org.tianbo.film.upload.FilmChunks.Chunk;
import org.tianbo.media.Container;
import org.tianbo.media.Media;
import org.tianbo.media.StoredObject;
import org.tianbo.platform.data.Ranges;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;

/**
 * Takes videos in. A chunk is acknowledged when its bytes are forced to the disk and its row is committed, in this
 * order, as with rehearsals.
 */
@ApplicationScoped
public class FilmUploads {

    /** The job that makes the copies. */
    public static final String MAKING = "film-making";

    private static final Logger LOG = Logger.getLogger(FilmUploads.class);

    private final FilmTable films;
    private final FilmChunks chunks;
    private final Media media;
    private final Jobs jobs;
    private final Curriculum curriculum;
    private final FilmConfig config;
    private final SignedIn signedIn;
    private final CurrentCounty county;
    private final Clock clock;

    FilmUploads(
            FilmTable films,
            FilmChunks chunks,
            Media media,
            Jobs jobs,
            Curriculum curriculum,
            FilmConfig config,
            SignedIn signedIn,
            CurrentCounty county,
            Clock clock) {
        this.films = films;
        this.chunks = chunks;
        this.media = media;
        this.jobs = jobs;
        this.curriculum = curriculum;
        this.config = config;
        this.signedIn = signedIn;
        this.county = county;
        this.clock = clock;
    }

    /**
     * Announces a video under an id the caller chose; the same again changes nothing.
     *
     * @param bytes of the whole file
     * @return whether it is new
     * @throws Refused before a byte is sent, where it is too large or the county has no room
     */
    @Transactional
    public boolean announce(UUID id, String lesson, long bytes) {
        if (bytes <= 0) {
            throw FilmRefused.empty();
        }
        long largest = config.largest().asLongValue();
        if (bytes > largest) {
            throw FilmRefused.tooLarge(largest);
        }
        Optional<Film> known = films.find(id);
        if (known.isEmpty()) {
            curriculum.lesson(lesson);
            long ofCounty = config.ofCounty().asLongValue();
            if (films.storedBytes() + bytes > ofCounty) {
                throw FilmRefused.countyFull(ofCounty);
            }
            if (films.add(id, lesson, bytes, signedIn.id(), clock.instant())) {
                LOG.infof("Video %s of lesson %s announced, %d bytes", id, lesson, bytes);
                return true;
            }
        }
        // Absent when it was deleted: its name is used up.
        if (known.filter(film -> film.bytes() == bytes && film.lesson().equals(lesson))
                .isEmpty()) {
            throw FilmRefused.otherFile();
        }
        requireOwn(known.get());
        return false;
    }

    /**
     * Keeps a chunk.
     *
     * @param sha256 what the bytes must turn out to be, in lower-case hex
     * @return whether it is new; false when the very same is here already
     */
    public boolean receive(UUID id, int seq, String sha256, InputStream bytes) {
        Film film = open(id);
        if (!film.has(seq)) {
            throw FilmRefused.noSuchChunk();
        }
        String key = "%s/chunks/%d-%s".formatted(film.folder(county.id()), seq, sha256);
        StoredObject stored = media.store(key, bytes, film.sizeOf(seq), sha256);
        if (stored.size() != film.sizeOf(seq)) {
            media.delete(key);
            throw FilmRefused.chunkSize(film.sizeOf(seq));
        }
        if (seq == 0) {
            requireVideo(key);
        }
        boolean added = chunks.add(id, new Chunk(seq, stored.size(), sha256, key));
        if (!added && !chunks.digestAt(id, seq).equals(Optional.of(sha256))) {
            media.delete(key);
            throw FilmRefused.otherBytes();
        }
        return added;
    }

    /** The first bytes tell, so that no others need to be sent. */
    private void requireVideo(String key) {
        try (InputStream in = media.open(key)) {
            if (Container.of(in.readNBytes(Container.HEAD))
                    .filter(Container::isRecorded)
                    .isPresent()) {
                return;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        media.delete(key);
        throw FilmRefused.noVideo();
    }

    /** Numbers of the chunks that are safe, as ranges, so that a browser knows where to go on. */
    public List<int[]> safe(UUID id) {
        return Ranges.of(chunks.of(id).stream().mapToInt(Chunk::seq));
    }

    /**
     * Has the copies made; the same again changes nothing.
     *
     * @throws org.tianbo.platform.error.Fault listing the chunks that are missing
     */
    @Transactional
    public void finish(UUID id) {
        Film film = known(id);
        requireOwn(film);
        if (film.state() != FilmState.UPLOADING) {
            return;
        }
        Map<String, Long> sizes = media.sizes(film.folder(county.id()) + "/chunks");
        List<int[]> there = Ranges.of(chunks.of(id).stream()
                .filter(chunk -> Objects.equals(sizes.get(chunk.key()), chunk.size()))
                .mapToInt(Chunk::seq));
        List<int[]> missing = Ranges.missing(film.chunks(), there);
        if (!missing.isEmpty()) {
            throw FilmRefused.chunksMissing(missing);
        }
        if (films.move(id, FilmState.UPLOADING, FilmState.MAKING)) {
            jobs.enqueue(MAKING, id.toString(), county.id());
            LOG.infof("Video %s is complete, copies are being made", id);
        }
    }

    private Film open(UUID id) {
        Film film = known(id);
        requireOwn(film);
        if (film.state() != FilmState.UPLOADING) {
            throw FilmRefused.complete();
        }
        return film;
    }

    private Film known(UUID id) {
        return films.find(id).orElseThrow(FilmRefused::unknown);
    }

    private void requireOwn(Film film) {
        if (!film.addedBy().equals(signedIn.id())) {
            throw FilmRefused.ofAnother();
        }
    }
}
