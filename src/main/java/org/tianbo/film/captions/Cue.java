package org.tianbo.film.captions;

import java.util.Locale;

/** What is shown from one moment of a video to another, both in milliseconds. */
record Cue(long from, long until, String text) {

    String written() {
        return time(from) + " --> " + time(until) + "\n" + text + "\n";
    }

    private static String time(long ms) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
