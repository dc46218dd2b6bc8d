package org.tianbo.cohort.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.progress.ClassProgress;
import org.tianbo.cohort.progress.TraineeFilter;
import org.tianbo.platform.error.Refused;

/**
 * Which list of a class's trainees is shown, and from where on.
 *
 * @param stage code of the stage; null for everyone ever enrolled
 * @param stalledDays only those who did nothing for so many days; null for all
 * @param left only those who left
 * @param after the last one of the page before; null for the first page
 * @param idleSince when that one had last done something; only for the list of those who stand still
 */
record TraineeListQuery(
        @QueryParam("stage") String stage,
        @QueryParam("stalledDays") @Min(0) @Max(10_000) Integer stalledDays,
        @QueryParam("left") boolean left,
        @QueryParam("after") UUID after,
        @QueryParam("idleSince") Instant idleSince) {

    /** @throws Refused for a stage that does not exist */
    TraineeFilter filter() {
        return new TraineeFilter(wantedStage().orElse(Stage.ENROLLED), Optional.ofNullable(stalledDays), left);
    }

    /** Whether whoever did nothing for the longest time comes first, not whoever was enrolled first. */
    boolean isByIdleness() {
        return stalledDays != null && wantedStage().isEmpty() && !left;
    }

    Optional<ClassProgress.Idle> lastIdle() {
        return after == null || idleSince == null
                ? Optional.empty()
                : Optional.of(new ClassProgress.Idle(idleSince, after));
    }

    TraineeListQuery from(UUID last) {
        return new TraineeListQuery(stage, stalledDays, left, last, null);
    }

    TraineeListQuery from(ClassProgress.Idle last) {
        return new TraineeListQuery(stage, stalledDays, left, last.trainee(), last.since());
    }

    /** The query of an address, with its question mark; empty for the first page of everyone. */
    String query() {
        String all = Stream.of(
                        wantedStage().map(wanted -> "stage=" + wanted.code()).orElse(""),
                        stalledDays == null ? "" : "stalledDays=" + stalledDays,
                        left ? "left=true" : "",
                        after == null ? "" : "after=" + after,
                        idleSince == null ? "" : "idleSince=" + idleSince)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? "" : "?" + all;
    }

    private Optional<Stage> wantedStage() {
        return CohortResource.stage(stage);
    }
}
