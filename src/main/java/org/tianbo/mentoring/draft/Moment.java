package org.tianbo.mentoring.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.UUID;

/**
 * Words at one place of a recording.
 *
 * @param id the client's own name for it, UUIDv7
 * @param fromMs from the recording's first frame
 * @param toMs end of a span; null for a single point
 * @param criterion of the rubric, or its veto
 */
public record Moment(UUID id, Long fromMs, Long toMs, String criterion, Kind kind, String words) {

    static final int MOST_CHARACTERS = 500;

    /** A point has no end: its clip starts a little earlier and lasts long enough to be understood. */
    private static final long BEFORE_MS = 2_000;

    private static final long AFTER_MS = 8_000;

    /** What a mentor says with it. */
    public enum Kind {
        @JsonProperty("well-done")
        WELL_DONE("well-done"),
        @JsonProperty("change")
        CHANGE("change"),
        @JsonProperty("rule-broken")
        RULE_BROKEN("rule-broken");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in JSON. */
        public String code() {
            return word;
        }
    }

    /** A stretch of the recording, in milliseconds. */
    public record Clip(long fromMs, long toMs) {

        public long lengthMs() {
            return toMs - fromMs;
        }

        /** As a link to the recording says it (W3C Media Fragments): {@code 66.0,90.0}. */
        public String fragment() {
            return String.format(Locale.ROOT, "%.1f,%.1f", fromMs / 1000.0, toMs / 1000.0);
        }
    }

    public Moment {
        words = words == null ? "" : words.strip();
    }

    /** What to play so that the comment makes sense. */
    public Clip clip(long durationMs) {
        if (toMs != null) {
            return new Clip(fromMs, toMs);
        }
        return new Clip(Math.max(0, fromMs - BEFORE_MS), Math.max(fromMs, Math.min(durationMs, fromMs + AFTER_MS)));
    }
}
