package org.tianbo.practice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * An attempt on its trainee's page.
 *
 * @param handedIn whether its trainee wants it graded; while it is being prepared, no mentor can see it yet
 * @param until when what was sent will be deleted, of an attempt that is not finished or failed
 * @param blind whether it failed because no picture could be read, so that trying again helps least
 */
public record AttemptView(
        UUID id,
        String title,
        String state,
        Instant createdAt,
        boolean handedIn,
        boolean blind,
        Optional<Instant> until,
        Optional<Playable> recording) {

    public boolean canBeTakenBack() {
        return handedIn && (state.equals("processing") || state.equals("submitted"));
    }

    public boolean canBeDeleted() {
        return !handedIn || state.equals("failed");
    }

    /** The day on which what was sent will be deleted; empty where nothing is. */
    public String keptUntil() {
        return until.map(DateTexts::day).orElse("");
    }

    public String when() {
        return DateTexts.minute(createdAt);
    }

    /** @param gaps only those a person would notice */
    public record Playable(URI video, URI poster, long durationMs, long bytes, List<Break> gaps) {

        public String length() {
            return DateTexts.clock(Duration.ofMillis(durationMs));
        }

        public String mb() {
            return bytes < 1_000_000
                    ? String.format(Locale.ROOT, "%.1f", bytes / 1e6)
                    : Long.toString(Math.round(bytes / 1e6));
        }
    }

    public record Break(long atMs, long seconds) {

        public String at() {
            return DateTexts.clock(Duration.ofMillis(atMs));
        }
    }
}
