package org.tianbo.narration;

import java.util.List;
import java.util.Optional;

/**
 * A lesson as a trainer speaks it.
 *
 * @param speaker name of who spoke most of it
 * @param dialect as people of the county call it; empty for the standard language
 * @param quiz empty where the quiz is not spoken
 */
public record Narration(String speaker, String dialect, Sound text, Optional<Sound> quiz) {

    private static final String PLACE = "/narration/sounds/";

    /** Endings of the two files that each sound has: Opus, and AAC for browsers that play no Opus. */
    public static final String OPUS = ".webm";

    public static final String AAC = ".m4a";

    /** What the files are called in the storage, and at their address. */
    public static String key(String county, String file) {
        return county + "/narrations/" + file;
    }

    /**
     * One recording in two files.
     *
     * @param bytes of the larger one, so that nobody pays more than was said
     * @param spans in the order they are heard; the same sentence may be among them twice
     */
    public record Sound(String name, long bytes, long durationMs, List<Span> spans) {

        /** Its address without the ending. */
        public String address() {
            return PLACE + name;
        }
    }

    /** Where a sentence is heard, in milliseconds from the beginning. */
    public record Span(String sentence, long fromMs, long untilMs) {

        @Override
        public String toString() {
            return sentence + ":" + fromMs + "-" + untilMs;
        }

        /** What {@link #toString} wrote. */
        public static Span parse(String written) {
            String[] parts = written.split("[:-]");
            return new Span(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
