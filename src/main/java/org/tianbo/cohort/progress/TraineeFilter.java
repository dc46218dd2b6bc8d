package org.tianbo.cohort.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tianbo.cohort.Stage;

/**
 * Which of a class's trainees are asked for.
 *
 * @param stage those who hold it; for {@link Stage#ENROLLED} everyone ever enrolled
 * @param stalledDays only those who for so many days or longer did nothing, neither left nor at the end
 * @param left only those who left
 */
public record TraineeFilter(Stage stage, Optional<Integer> stalledDays, boolean left) {

    public static final TraineeFilter EVERYONE = new TraineeFilter(Stage.ENROLLED, Optional.empty(), false);

    static final TraineeFilter LEFT = new TraineeFilter(Stage.ENROLLED, Optional.empty(), true);

    public static TraineeFilter stalled(int days) {
        return new TraineeFilter(Stage.ENROLLED, Optional.of(days), false);
    }

    /** The last time of doing something at which one still belongs to those who stand still. */
    Optional<Instant> idleSince(Instant now) {
        return stalledDays.map(days -> now.minus(Duration.ofDays(days)));
    }
}
