package org.tianbo.cohort.stuck;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;

/** A place in the list of those who stand still: behind this person, who stands there since then for that reason. */
public record StuckPlace(StuckReason reason, Instant since, UUID trainee) {

    private static final int PARTS = 3;

    /** @throws Refused for what is no place */
    public static StuckPlace parse(String code) {
        String[] parts = code.split("_", PARTS);
        try {
            if (parts.length == PARTS) {
                return new StuckPlace(
                        StuckReason.of(parts[0]).orElseThrow(StuckPlace::unknown),
                        Instant.parse(parts[1]),
                        Ids.parse(parts[2]).orElseThrow(StuckPlace::unknown));
            }
        } catch (DateTimeException garbled) {
            throw unknown();
        }
        throw unknown();
    }

    /** For an address. */
    public String code() {
        return reason.code() + "_" + since + "_" + trainee;
    }

    private static RuntimeException unknown() {
        return CohortRefused.because("after", "cohort.page-unknown");
    }
}
