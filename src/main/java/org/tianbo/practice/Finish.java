package org.tianbo.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a complete attempt consists of, as its phone says. */
@Schema(
        example = "{\"takes\": [{\"take\": 1, \"chunks\": 12, \"startedAt\": \"2026-06-18T12:14:00Z\","
                + " \"endedAt\": \"2026-06-18T12:14:24Z\"}],"
                + " \"marks\": [{\"at\": \"2026-06-18T12:14:00Z\", \"kind\": \"step\", \"ref\": \"hook\"}]}")
record Finish(
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid TakeEnd> takes,
        @Size(max = 5000) List<@NotNull @Valid Mark> marks) {

    Finish {
        marks = marks == null ? List.of() : marks;
    }

    /**
     * One unbroken run of the recorder.
     *
     * @param chunks how many there are, numbered from 0
     */
    record TakeEnd(
            @Min(0) @Max(9999) int take,
            @Min(1) @Max(100_000) int chunks,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt) {

        TakeEnd {
            startedAt = startedAt == null ? null : startedAt.truncatedTo(ChronoUnit.MICROS);
            endedAt = endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
