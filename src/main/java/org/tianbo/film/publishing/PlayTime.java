package org.tianbo.film.publishing;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in a video as people write it: {@code 1:05}, {@code 1：05}, {@code 65}. */
final class PlayTime {

    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,3})[:：])?(\\d{1,4})");
    private static final int MINUTE = 60;

    private PlayTime() {}

    /** @return seconds; empty for what is no time, such as 1:75 */
    static OptionalInt seconds(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            return OptionalInt.empty();
        }
        int seconds = Integer.parseInt(parts.group(2));
        if (parts.group(1) == null) {
            return OptionalInt.of(seconds);
        }
        return seconds < MINUTE
                ? OptionalInt.of(Integer.parseInt(parts.group(1)) * MINUTE + seconds)
                : OptionalInt.empty();
    }
}
