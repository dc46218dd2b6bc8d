package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A step of the run of show as the trainee plans it.
 *
 * @param ref id of the published step, or {@code own-…} for one of the trainee's own
 * @param title of a step of the trainee's own; null for a published one, which has its title already
 * @param words what the trainee means to say, instead of the published words; null to leave those
 * @param later members that only a later version knows, kept for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedStep(
        @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 60) String ref,
        @Min(5) @Max(3600) int seconds,
        @Size(max = 60) String title,
        @Size(max = 300) String words,
        @JsonAnySetter @JsonAnyGetter @Schema(hidden = true) @Size(max = Plan.MOST_LATER) Map<String, Object> later) {

    public PlannedStep {
        later = later == null ? Map.of() : later;
    }

    public PlannedStep(String ref, int seconds, String title, String words) {
        this(ref, seconds, title, words, Map.of());
    }
}
