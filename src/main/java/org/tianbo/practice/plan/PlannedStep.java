package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A step of the run of show as the trainee plans it.
 *
 * @param ref id of the published step, or {@code own-…} for one of the trainee's own
 * @param title of a step of the trainee's own; null for a published one, which has its title already
 * @param words what the trainee means to say, instead of the published words; null to leave those
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedStep(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String ref,
        @Min(5) @Max(3600) int seconds,
        @Size(max = 60) String title,
        @Size(max = 300) String words) {}
