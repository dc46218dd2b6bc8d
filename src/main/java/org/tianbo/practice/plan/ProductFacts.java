package org.tianbo.practice.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A product as its trainee speaks of it, in their own words; all but the name may be null.
 *
 * @param price with its unit: {@code 39.9 元}
 * @param weight of what one buys: {@code 5 斤}
 * @param origin where it grew or was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductFacts(
        @NotBlank @Size(max = ProductFacts.LONGEST_NAME) String name,
        @Size(max = 30) String price,
        @Size(max = 30) String weight,
        @Size(max = 60) String origin) {

    public static final int LONGEST_NAME = 120;
}
