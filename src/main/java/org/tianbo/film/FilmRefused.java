package org.tianbo.film;

import java.util.List;
import org.tianbo.platform.error.Fault;

/** What was asked for cannot be done with this video; nothing was changed. */
public class FilmRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private static final long MEGABYTE = 1024 * 1024;

    private FilmRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    public static FilmRefused empty() {
        return new FilmRefused(Kind.INVALID, "film.empty");
    }

    /** @param limit bytes that are taken */
    public static Fault tooLarge(long limit) {
        return new FilmRefused(Kind.TOO_LARGE, "film.too-large", limit / MEGABYTE).with("limit", limit);
    }

    public static FilmRefused countyFull(long limit) {
        return new FilmRefused(Kind.NO_ROOM, "film.county-full", limit / MEGABYTE);
    }

    /** The id was used for another file. */
    public static FilmRefused otherFile() {
        return new FilmRefused(Kind.CONFLICT, "film.other-file");
    }

    public static FilmRefused ofAnother() {
        return new FilmRefused(Kind.FORBIDDEN, "film.of-another");
    }

    public static FilmRefused complete() {
        return new FilmRefused(Kind.GONE, "film.complete");
    }

    public static FilmRefused noSuchChunk() {
        return new FilmRefused(Kind.INVALID, "film.no-such-chunk");
    }

    public static FilmRefused chunkSize(long expected) {
        return new FilmRefused(Kind.INVALID, "film.chunk-size", expected);
    }

    /** There are other bytes at that number. */
    public static FilmRefused otherBytes() {
        return new FilmRefused(Kind.CONFLICT, "film.other-bytes");
    }

    public static FilmRefused noVideo() {
        return new FilmRefused(Kind.INVALID, "film.no-video");
    }

    /** @param missing numbers of chunks, as ranges */
    public static Fault chunksMissing(List<int[]> missing) {
        return new FilmRefused(Kind.CONFLICT, "film.chunks-missing").with("missing", missing);
    }

    public static FilmRefused notReady() {
        return new FilmRefused(Kind.CONFLICT, "film.not-ready");
    }

    /** Trainees see it; it must be taken from them first. */
    public static FilmRefused stillShown() {
        return new FilmRefused(Kind.CONFLICT, "film.still-shown");
    }
}
