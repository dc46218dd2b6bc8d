package org.tianbo.cohort.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.milestone.StageChange;
import org.tianbo.cohort.milestone.StageHistory;
import org.tianbo.people.PersonView;

/**
 * A trainee in the list behind a number.
 *
 * @param stage the stage asked for
 * @param at when it was reached; empty only for somebody who left and was asked for as enrolled
 * @param evidence what proves it
 * @param proof the page that shows it to the county's desk; empty where {@code at} is
 * @param current the furthest stage held now
 * @param idleDays whole days in which nothing was done; empty for those who left or are at the end
 * @param mobile for the page of those who may call, never in JSON
 */
public record TraineeProgress(
        UUID id,
        String name,
        String town,
        String village,
        Stage stage,
        Optional<Instant> at,
        Optional<MilestoneEvidence> evidence,
        Optional<String> proof,
        Stage current,
        Optional<Long> idleDays,
        Optional<Left> left,
        @JsonIgnore String mobile) {

    /** That somebody is gone, since when and why. */
    public record Left(Instant at, String reason) {}

    static TraineeProgress of(
            UUID cohort, PersonView trainee, StageHistory history, Stage stage, Optional<Long> idleDays) {
        Optional<StageChange> reached = history.reached(stage);
        return new TraineeProgress(
                trainee.id(),
                trainee.name(),
                trainee.town(),
                trainee.village(),
                stage,
                reached.map(StageChange::at),
                reached.map(StageChange::evidence),
                reached.map(change -> change.evidence().page(cohort, trainee.id())),
                history.current(),
                idleDays,
                history.left().map(change -> new Left(change.at(), change.reason())),
                trainee.mobile());
    }
}
