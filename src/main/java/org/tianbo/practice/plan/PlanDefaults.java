package org.tianbo.practice.plan;

import java.util.Optional;

/**
 * What the form for the next rehearsal is filled in with: the product of the last one, and a length to begin with.
 *
 * @param format slug of the run of show that is chosen
 */
public record PlanDefaults(String format, String product) {

    /** One minute: short enough to dare, done before the arm grows tired, and five megabytes. */
    public static final String FIRST = "pitch";

    /** Five minutes: every longer live is this again and again, and a mentor sees all of the rubric in it. */
    public static final String AFTERWARDS = "product-loop";

    /** @param recorded whether the trainee has ever recorded anything; a plan alone is no experience */
    public static PlanDefaults after(Optional<Plan> last, boolean recorded) {
        String product =
                last.flatMap(plan -> plan.products().stream().findFirst()).orElse("");
        return new PlanDefaults(recorded ? AFTERWARDS : FIRST, product);
    }
}
