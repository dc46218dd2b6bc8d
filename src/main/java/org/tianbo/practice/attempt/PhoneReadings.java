package org.tianbo.practice.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * What the phone that recorded an attempt heard, as it tells: kept beside what the server measures, which decides
 * wherever both know. For its trainee alone, whichever phone they look at it with.
 *
 * @param listenedMs how long it listened, in whole seconds
 * @param speechMs how much of that was speech
 * @param syllables counted in it
 * @param voiceOverNoiseDb by how much the voice was louder than the room, in the middle; null where nobody spoke
 * @param loudMs how much of it was cut off for being too loud
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhoneReadings(
        @NotNull @Min(0) @Max(PhoneReadings.LONGEST_MS) Long listenedMs,
        @NotNull @Min(0) @Max(PhoneReadings.LONGEST_MS) Long speechMs,
        @NotNull @Min(0) @Max(PhoneReadings.MOST_SYLLABLES) Integer syllables,
        @Min(-100) @Max(100) Double voiceOverNoiseDb,
        @NotNull @Min(0) @Max(PhoneReadings.LONGEST_MS) Long loudMs) {

    static final long LONGEST_MS = 7 * 86_400_000L;
    static final int MOST_SYLLABLES = 20_000_000;

    /** With less speech nothing can be said of its pace. */
    private static final long LEAST_SPEECH_MS = 5_000;

    /** Whether a phone can have heard this in a recording so long. @param seconds a phone counts one begun as whole */
    public boolean fits(long recordedMs, int seconds) {
        return speechMs <= listenedMs && loudMs <= listenedMs && listenedMs <= recordedMs + 1_000L * seconds;
    }

    /** From 0 to 1; empty where it did not listen. */
    public Optional<Double> speakingShare() {
        return Optional.of(listenedMs).filter(ms -> ms > 0).map(ms -> speechMs / (double) ms);
    }

    /** Syllables a second while somebody spoke; empty where that was too little to tell. */
    public Optional<Double> pace() {
        return Optional.of(speechMs).filter(ms -> ms >= LEAST_SPEECH_MS).map(ms -> 1_000.0 * syllables / ms);
    }
}
