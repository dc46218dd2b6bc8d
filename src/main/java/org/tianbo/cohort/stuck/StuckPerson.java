package org.tianbo.cohort.stuck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;

/**
 * Somebody who stands still.
 *
 * @param mobile empty where there is none, and for those who may not call
 * @param stageDays whole days since the stage was reached
 * @param days whole days since the reason holds
 * @param title of the recording the reason is about; may be empty
 * @param lessons how many they have finished
 * @param goal what the last feedback asked them to change; may be empty
 * @param mentors their names; empty for none
 * @param subject id of what the reason is about, where it has a page of its own: a review or a store
 * @param lastSignIn when they last signed in at a page; empty for never
 * @param lastCall what came of the last call
 */
public record StuckPerson(
        UUID id,
        UUID cohort,
        String className,
        String name,
        String mobile,
        String town,
        String village,
        Stage stage,
        long stageDays,
        StuckReason reason,
        Instant since,
        long days,
        long idleDays,
        String title,
        int lessons,
        String goal,
        String mentors,
        Optional<UUID> subject,
        Optional<Instant> lastSignIn,
        Optional<LastCall> lastCall) {

    /** @param againOn empty where something else must happen first */
    public record LastCall(CallOutcome outcome, Instant at, Optional<LocalDate> againOn, String note) {}

    StuckPlace place() {
        return new StuckPlace(reason, since, id);
    }

    /** The page on which the office does what the reason asks for; the person's file where a call is what helps. */
    public String address() {
        return switch (reason) {
            case NO_CARD -> "/cohorts/" + cohort + "/cards";
            case NO_MENTOR -> "/cohorts/" + cohort + "/mentors?without=true";
            case REVIEW_WAITING -> subject.map(review -> "/mentoring/" + review).orElse("/cohorts/overdue");
            case CERTIFICATE_WAITING -> "/certification";
            case PAPERS_WAITING -> subject.map(store -> "/stores/" + store).orElse("/stores");
            default -> "/cohorts/" + cohort + "/trainees/" + id;
        };
    }
}
