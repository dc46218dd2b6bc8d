package org.tianbo.cohort.milestone;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;

/**
 * One trainee's stages in one class, from the facts in the order they were recorded. A stage counts from the first
 * time it is reached; reporting it again changes nothing. Where it can be lost, it may be reached anew afterwards.
 */
public final class StageHistory {

    private final Map<Stage, StageChange> latest = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> recorded = new EnumMap<>(Stage.class);

    private StageHistory() {}

    static StageHistory of(List<StageChange> inOrder) {
        StageHistory history = new StageHistory();
        inOrder.forEach(change -> {
            history.latest.put(change.stage(), change);
            history.recorded.merge(change.stage(), 1, Integer::sum);
        });
        return history;
    }

    boolean mayReach(Stage stage) {
        return !holds(stage);
    }

    boolean mayLose(Stage stage) {
        return stage.canBeLost() && holds(stage);
    }

    /** Whether the stage is held by this evidence and no longer true without it. */
    boolean mayLose(Stage stage, MilestoneEvidence without) {
        return mayLose(stage)
                && reached(stage)
                        .map(StageChange::evidence)
                        .filter(without::equals)
                        .isPresent();
    }

    /** The number of the next fact on the stage. */
    int nextOrdinal(Stage stage) {
        return recorded.getOrDefault(stage, 0) + 1;
    }

    public boolean holds(Stage stage) {
        return reached(stage).isPresent();
    }

    /** The fact by which the stage is held now. */
    public Optional<StageChange> reached(Stage stage) {
        return Optional.ofNullable(latest.get(stage)).filter(change -> change.change() == StageChange.Change.REACHED);
    }

    /** Why and since when the trainee is gone. */
    public Optional<StageChange> left() {
        return Optional.ofNullable(latest.get(Stage.ENROLLED))
                .filter(change -> change.change() == StageChange.Change.LOST);
    }

    /** The furthest stage held. Stages may be skipped: some practise before their first lesson is ticked. */
    public Stage current() {
        return latest.values().stream()
                .filter(change -> change.change() == StageChange.Change.REACHED)
                .map(StageChange::stage)
                .reduce(Stage.ENROLLED, (nearer, further) -> further);
    }

    /** Whole days since the trainee last did something; none for those who left or are at the end. */
    public Optional<Long> idleDays(Instant lastActive, Instant now) {
        if (left().isPresent() || holds(Stage.STEADY_12)) {
            return Optional.empty();
        }
        return Optional.of(Math.max(0, Duration.between(lastActive, now).toDays()));
    }
}
