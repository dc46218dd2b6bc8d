package org.tianbo.cohort.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A flag with whom it is about.
 *
 * @param on the day of the visit, as told
 * @param otherTrainee name of whom the other visit was to; empty where there is none
 */
public record FlagLine(
        Flag flag,
        UUID cohort,
        UUID trainee,
        int round,
        LocalDate on,
        String name,
        UUID visitor,
        String visitorName,
        String otherTrainee) {

    Position position() {
        return new Position(flag.foundAt(), flag.id());
    }

    /** The page of the visit, without its host. */
    public String address() {
        return "/follow-up/" + cohort + "/" + trainee + "/" + round;
    }

    /** Behind this flag in the list. */
    public record Position(Instant foundAt, UUID id) {}
}
