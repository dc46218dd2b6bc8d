package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tianbo.platform.error.Refused;

/**
 * What will be rehearsed; set once and not changed afterwards.
 *
 * @param runOfShow version of the run of show the trainee follows, as published
 * @param facts what the trainee says of each product: price, weight, origin
 * @param steps the run of show as the trainee changed it, in order; empty where it is followed as published
 * @param goal the one thing the trainee wants to do better this time; null without
 * @param later members that only a later version knows. While versions change, a phone may meet an older one first:
 *     what it planned is kept, so that the newer one finds the very same plan
 */
@Schema(
        example = "{\"title\": \"冻米糖\", \"format\": \"product-loop\", \"products\": [\"冻米糖\"],"
                + " \"facts\": [{\"name\": \"冻米糖\", \"price\": \"39.9 元\", \"weight\": \"5 斤\"}],"
                + " \"steps\": [{\"ref\": \"hook\", \"seconds\": 20}, {\"ref\": \"close\", \"seconds\": 40}]}")
public record Plan(
        @NotBlank @Size(max = 120) String title,
        @NotNull @Pattern(regexp = "pitch|product-loop|three-products|full-rehearsal|full") String format,
        @Pattern(regexp = "[0-9a-f]{16}") String runOfShow,
        @Size(max = 20) List<@NotBlank @Size(max = ProductFacts.LONGEST_NAME) String> products,
        @Size(max = 3) List<@NotNull @Valid ProductFacts> facts,
        @Size(max = 40) List<@NotNull @Valid PlannedStep> steps,
        @Size(max = 500) String goal,
        @JsonAnySetter @JsonAnyGetter @Schema(hidden = true) @Size(max = Plan.MOST_LATER) Map<String, Object> later) {

    static final int MOST_LATER = 20;

    public Plan {
        products = products == null ? List.of() : products;
        facts = facts == null ? List.of() : facts;
        steps = steps == null ? List.of() : steps;
        later = later == null ? Map.of() : later;
    }

    public Plan(
            String title,
            String format,
            String runOfShow,
            List<String> products,
            List<ProductFacts> facts,
            List<PlannedStep> steps,
            String goal) {
        this(title, format, runOfShow, products, facts, steps, goal, null);
    }

    /** @param details null for a plan of an earlier version, which had none */
    public static Plan of(String title, String format, String runOfShow, List<String> products, PlanDetails details) {
        return details == null
                ? new Plan(title, format, runOfShow, products, null, null, null)
                : new Plan(
                        title,
                        format,
                        runOfShow,
                        products,
                        details.facts(),
                        details.steps(),
                        details.goal(),
                        details.later());
    }

    public PlanDetails details() {
        return new PlanDetails(facts, steps, goal, later);
    }

    /** @throws Refused when no rehearsal can go that way, naming the field */
    public void check(Duration longest) {
        long different = steps.stream().map(PlannedStep::ref).distinct().count();
        if (different < steps.size()) {
            throw PlanRefused.stepTwice();
        }
        if (seconds() > longest.toSeconds()) {
            throw PlanRefused.tooLong(longest);
        }
    }

    /** Of the run of show as the trainee changed it; 0 where it is followed as published. */
    public long seconds() {
        return steps.stream().mapToLong(PlannedStep::seconds).sum();
    }
}
