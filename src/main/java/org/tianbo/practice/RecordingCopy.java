package org.tianbo.practice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something made of a recording for those who do not want all of it. Kept with the attempt.
 *
 * @param kind {@link #SMALL}, {@link #SOUND} or {@link #STRIP}
 * @param sha256 in lower-case hex
 * @param strip how the pictures lie; null for what is no strip
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordingCopy(String kind, String key, String sha256, long bytes, Strip strip) {

    /** The recording itself. */
    public static final String WHOLE = "480p";

    public static final String SMALL = "240p";
    public static final String SOUND = "audio";
    public static final String STRIP = "strip";

    /** The one of that kind; empty until it is made. @param copies null before any is */
    public static Optional<RecordingCopy> of(List<RecordingCopy> copies, String kind) {
        return Stream.ofNullable(copies)
                .flatMap(List::stream)
                .filter(copy -> copy.kind().equals(kind))
                .findFirst();
    }

    /**
     * How the pictures of a recording lie in one file, row after row from the top left.
     *
     * @param everyMs of the recording, one picture
     * @param width of one picture, in pixels
     */
    public record Strip(long everyMs, int columns, int pictures, int width, int height) {

        private static final int MOST_PICTURES = 100;
        private static final int COLUMNS = 10;
        private static final long SHORTEST_STEP_MS = 2_000;
        private static final int LONG_SIDE = 160;

        /**
         * For a recording of that length and size: a picture every two seconds, or fewer of a long one.
         *
         * @param width of the recording
         */
        public static Strip of(long lengthMs, int width, int height) {
            long everyMs = Math.max(SHORTEST_STEP_MS, ceil(lengthMs, MOST_PICTURES));
            int pictures = (int) Math.max(1, ceil(lengthMs, everyMs));
            double scale = (double) LONG_SIDE / Math.max(width, height);
            return new Strip(everyMs, Math.min(COLUMNS, pictures), pictures, even(width * scale), even(height * scale));
        }

        public int rows() {
            return (int) ceil(pictures, columns);
        }

        private static long ceil(long whole, long part) {
            return (whole + part - 1) / part;
        }

        private static int even(double side) {
            return Math.max(2, (int) Math.round(side / 2) * 2);
        }
    }
}
