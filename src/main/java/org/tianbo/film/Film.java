package org.tianbo.film;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A video of a lesson.
 *
 * @param bytes as announced before the first chunk
 * @param fault the code of why it failed; null unless it did
 * @param copiesMade how many copies are made so far
 * @param durationMs 0 until it is known
 * @param publishedAt since when trainees see it; null while they do not
 * @param everPublished whether trainees could see it at any time
 * @param captions whether there are any
 */
public record Film(
        UUID id,
        String lesson,
        long bytes,
        UUID addedBy,
        Instant begunAt,
        FilmState state,
        String fault,
        int copiesMade,
        int durationMs,
        boolean sound,
        Instant publishedAt,
        boolean everPublished,
        boolean captions,
        List<FilmCopy> copies) {

    /** Bytes of every chunk but the last. */
    public static final int CHUNK = 4 * 1024 * 1024;

    public int chunks() {
        return Math.toIntExact((bytes + CHUNK - 1) / CHUNK);
    }

    /** How many bytes the chunk of that number must have. */
    public long sizeOf(int seq) {
        return seq == chunks() - 1 ? bytes - (long) seq * CHUNK : CHUNK;
    }

    public boolean has(int seq) {
        return seq >= 0 && seq < chunks();
    }

    public boolean published() {
        return publishedAt != null;
    }

    public Duration length() {
        return Duration.ofMillis(durationMs);
    }

    /** @param kind of {@link FilmCopy} */
    public Optional<FilmCopy> copy(String kind) {
        return copies.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** Where its objects are. */
    public String folder(String county) {
        return "%s/films/%s".formatted(county, id);
    }
}
