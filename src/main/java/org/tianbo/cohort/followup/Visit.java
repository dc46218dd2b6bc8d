package org.tianbo.cohort.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One visit as it was written down; appended, never edited.
 *
 * @param round from 1
 * @param countsOn the nearest day that can be to the day that was told
 * @param claim null without an income
 * @param by who visited
 * @param receivedAt when we learnt of it
 * @param corrects the visit that this one replaces; null for a first telling
 * @param reason of a correction; empty for others
 * @param withdrawn the visit did not take place after all
 */
public record Visit(
        UUID id,
        UUID cohort,
        UUID trainee,
        int round,
        VisitReport report,
        LocalDate countsOn,
        VisitReport.Claim claim,
        UUID by,
        Instant receivedAt,
        UUID corrects,
        String reason,
        boolean withdrawn) {

    /** Whether it tells the same of the same. */
    boolean isSame(Visit other) {
        return cohort.equals(other.cohort)
                && trainee.equals(other.trainee)
                && round == other.round
                && by.equals(other.by);
    }
}
