package org.tianbo.cohort.milestone;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.cohort.Evidence;
import org.tianbo.cohort.Stage;

/**
 * One trainee's way through one class, told by the facts in the order they were recorded. A stage counts from the first
 * time it is reached; telling it again changes nothing. Where it can be lost, it may be reached anew afterwards.
 */
public final class Road {

    private final Map<Stage, Fact> latest = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> told = new EnumMap<>(Stage.class);

    private Road() {}

    static Road of(List<Fact> inOrder) {
        Road road = new Road();
        inOrder.forEach(fact -> {
            road.latest.put(fact.stage(), fact);
            road.told.merge(fact.stage(), 1, Integer::sum);
        });
        return road;
    }

    boolean mayReach(Stage stage) {
        return !holds(stage);
    }

    boolean mayLose(Stage stage) {
        return stage.canBeLost() && holds(stage);
    }

    /** Whether the stage is held by this evidence and no longer true without it. */
    boolean mayLose(Stage stage, Evidence without) {
        return mayLose(stage)
                && held(stage).map(Fact::evidence).filter(without::equals).isPresent();
    }

    /** The number of the next fact on the stage. */
    int nextOrdinal(Stage stage) {
        return told.getOrDefault(stage, 0) + 1;
    }

    public boolean holds(Stage stage) {
        return held(stage).isPresent();
    }

    /** The fact by which the stage is held now. */
    public Optional<Fact> held(Stage stage) {
        return Optional.ofNullable(latest.get(stage)).filter(fact -> fact.change() == Fact.Change.REACHED);
    }

    /** Why and since when the trainee is gone. */
    public Optional<Fact> left() {
        return Optional.ofNullable(latest.get(Stage.ENROLLED)).filter(fact -> fact.change() == Fact.Change.LOST);
    }

    /** The furthest stage held. Stages may be skipped: some practise before their first lesson is ticked. */
    public Stage current() {
        return latest.values().stream()
                .filter(fact -> fact.change() == Fact.Change.REACHED)
                .map(Fact::stage)
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
