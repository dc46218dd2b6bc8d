package org.tianbo.home;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The seven stones of the villager's road, in order. */
enum Stone {
    ENROLLED,
    LEARNING,
    PRACTICE,
    FEEDBACK,
    CERTIFICATE,
    STORE,
    INCOME;

    /** One stone as drawn: {@code done}, {@code here} or ahead. */
    record Laid(Stone stone, String state) {

        public boolean here() {
            return state.equals("here");
        }
    }

    /** The road of somebody who has reached these; one stands on the first that is not reached yet. */
    static List<Laid> road(Set<Stone> reached) {
        Stone here = Arrays.stream(values())
                .filter(stone -> !reached.contains(stone))
                .findFirst()
                .orElse(null);
        return Arrays.stream(values())
                .map(stone -> new Laid(stone, state(stone, reached, here)))
                .toList();
    }

    private static String state(Stone stone, Set<Stone> reached, Stone here) {
        if (reached.contains(stone)) {
            return "done";
        }
        return stone == here ? "here" : "ahead";
    }
}
