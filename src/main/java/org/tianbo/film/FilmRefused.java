package org.tianbo.film;

import java.util.List;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What was asked for cannot be done with this video; nothing was changed. */
public final class FilmRefused {

    private static final long MEGABYTE = 1024 * 1024;

    private FilmRefused() {}

    /** The county has no video of that id, or no longer. */
    public static NotFound unknown() {
        return new NotFound("film.not-found");
    }

    public static Refused empty() {
        return Refused.invalid("film.empty");
    }

    /** @param limit bytes that are taken */
    public static Refused tooLarge(long limit) {
        return Refused.tooLarge("film.too-large", limit / MEGABYTE).with("limit", limit);
    }

    public static Refused countyFull(long limit) {
        return Refused.noRoom("film.county-full", limit / MEGABYTE);
    }

    /** The id was used for another file. */
    public static Refused otherFile() {
        return Refused.conflict("film.other-file");
    }

    public static Refused ofAnother() {
        return Refused.forbidden("film.of-another");
    }

    public static Refused complete() {
        return Refused.gone("film.complete");
    }

    public static Refused noSuchChunk() {
        return Refused.invalid("film.no-such-chunk");
    }

    public static Refused chunkSize(long expected) {
        return Refused.invalid("film.chunk-size", expected);
    }

    /** There are other bytes at that number. */
    public static Refused otherBytes() {
        return Refused.conflict("film.other-bytes");
    }

    public static Refused noVideo() {
        return Refused.invalid("film.no-video");
    }

    /** @param missing numbers of chunks, as ranges */
    public static Refused chunksMissing(List<int[]> missing) {
        return Refused.conflict("film.chunks-missing").with("missing", missing);
    }

    public static Refused notReady() {
        return Refused.conflict("film.not-ready");
    }

    /** Its lesson was taken back: what is there may go, but nothing is added. */
    public static Refused notTaught() {
        return Refused.conflict("film.not-taught");
    }

    /** Trainees see it; it must be taken from them first. */
    public static Refused stillShown() {
        return Refused.conflict("film.still-shown");
    }
}
