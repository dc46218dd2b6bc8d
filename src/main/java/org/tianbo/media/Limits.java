package org.tianbo.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of ffmpeg may use up.
 *
 * @param processor time of all its threads; what was made until then is kept
 * @param wall how long it may take, however busy the machine is
 * @param memory bytes it may ask for
 * @param output bytes it may write into a file
 */
public record Limits(Duration processor, Duration wall, long memory, long output) {

    private static final boolean RESOURCE_LIMITS = System.getProperty("os.name").equals("Linux");

    /** The hard limit on processor time kills ffmpeg; the soft one lets it close its file first. */
    private static final int SECONDS_TO_CLOSE = 5;

    /** The shell's unit of a file's size. */
    private static final int BLOCK = 512;

    private static final String SET =
            "ulimit -S -t $1; ulimit -H -t $2; ulimit -v $3; ulimit -f $4; shift 4; exec nice -n 10 \"$@\"";

    /**
     * The command under these limits and at the lowest priority. On systems other than Linux only the time is limited.
     */
    List<String> around(List<String> command) {
        if (!RESOURCE_LIMITS) {
            return command;
        }
        long seconds = Math.max(1, processor.toSeconds());
        List<String> limited = new ArrayList<>(List.of("sh", "-c", SET, "ffmpeg"));
        limited.add(Long.toString(seconds));
        limited.add(Long.toString(seconds + SECONDS_TO_CLOSE));
        limited.add(Long.toString(memory / 1024));
        limited.add(Long.toString(2 * output / BLOCK));
        limited.addAll(command);
        return limited;
    }
}
