package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as its trainee speaks of it, in their own words; all but the name may be null.
 *
 * @param price with its unit: {@code 39.9 元}
 * @param weight of what one buys: {@code 5 斤}
 * @param origin where it grew or was made
 * @param later members that only a later version knows, kept for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductFacts(
        @NotBlank @Size(max = ProductFacts.LONGEST_NAME) String name,
        @Size(max = 30) String price,
        @Size(max = 30) String weight,
        @Size(max = 60) String origin,
        @JsonAnySetter @JsonAnyGetter @Schema(hidden = true) @Size(max = Plan.MOST_LATER) Map<String, Object> later) {

    public static final int LONGEST_NAME = 120;

    public ProductFacts {
        later = later == null ? Map.of() : later;
    }

    public ProductFacts(String name, String price, String weight, String origin) {
        this(name, price, weight, origin, Map.of());
    }
}
