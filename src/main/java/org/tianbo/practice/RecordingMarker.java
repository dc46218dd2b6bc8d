package org.tianbo.practice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A trainee's mark, where it lies on the recording. */
public record RecordingMarker(long atMs, String kind, String ref) {

    private static final String LOST = "lost";
    private static final Pattern HOW_MUCH = Pattern.compile("\\d{1,4}:(\\d{1,8})");

    /**
     * Seconds that were recorded here and could not be stored before the page or the phone died; empty for a marker of
     * another kind. The ref of such a marker is {@code take:milliseconds}.
     */
    public Optional<Long> lostSeconds() {
        Matcher told = HOW_MUCH.matcher(ref);
        return kind.equals(LOST) && told.matches()
                ? Optional.of(Math.max(1, Math.round(Long.parseLong(told.group(1)) / 1000.0)))
                : Optional.empty();
    }
}
