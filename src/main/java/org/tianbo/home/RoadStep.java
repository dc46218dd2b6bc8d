package org.tianbo.home;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The seven steps of the villager's road, in order. */
enum RoadStep {
    ENROLLED,
    LEARNING,
    PRACTICE,
    FEEDBACK,
    CERTIFICATE,
    STORE,
    INCOME;

    /** One step as drawn: {@code done}, {@code here} or ahead. */
    record StepState(RoadStep step, String state) {

        public boolean here() {
            return state.equals("here");
        }
    }

    /** The steps of somebody who has reached these; the current one is the first not reached yet. */
    static List<StepState> steps(Set<RoadStep> reached) {
        RoadStep here = Arrays.stream(values())
                .filter(step -> !reached.contains(step))
                .findFirst()
                .orElse(null);
        return Arrays.stream(values())
                .map(step -> new StepState(step, state(step, reached, here)))
                .toList();
    }

    private static String state(RoadStep step, Set<RoadStep> reached, RoadStep here) {
        if (reached.contains(step)) {
            return "done";
        }
        return step == here ? "here" : "ahead";
    }
}
