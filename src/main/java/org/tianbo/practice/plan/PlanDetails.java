package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** What is stored of a plan besides its title, format and products; see {@link Plan}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanDetails(
        List<ProductFacts> facts,
        List<PlannedStep> steps,
        String goal,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> later) {}
