package org.tianbo.practice.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a host says of an own attempt. A part that is absent is not changed.
 *
 * @param kept what to do again
 * @param change what to do otherwise next time
 */
@Schema(
        example = "{\"kept\": {\"words\": \"说了价钱\", \"at\": {\"take\": 1, \"ms\": 12000}, \"editedAt\":"
                + " \"2026-06-18T12:20:00Z\"}}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SelfReviewReport(@Valid Point kept, @Valid Point change) {

    private static final long A_DAY = 86_400_000;

    /**
     * @param words none once they were taken back
     * @param voice SHA-256 of what was spoken instead of or beside them, as the phone recorded it; it was sent before.
     *     Absent, nothing of it changes; empty, it is taken back
     * @param at which second it is about; null where none was named
     * @param editedAt by the phone's clock: of two edits the later counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            @NotNull @Size(max = 500) @Pattern(regexp = "[^\\x00]*") String words,
            @Pattern(regexp = "([0-9a-f]{64})?") String voice,
            @Valid At at,
            @NotNull Instant editedAt) {

        boolean isSaid() {
            return !words.isEmpty() || voice != null;
        }
    }

    /** Milliseconds of recorded time of a take. */
    public record At(@Min(0) @Max(9999) int take, @Min(0) @Max(A_DAY) long ms) {}
}
