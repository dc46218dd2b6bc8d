package org.tianbo.practice.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What will be rehearsed; set once and not changed afterwards.
 *
 * @param runOfShow version of the run of show the trainee follows, as published
 */
@Schema(example = "{\"title\": \"冻米糖\", \"format\": \"product-loop\", \"products\": [\"冻米糖\"]}")
public record Plan(
        @NotBlank @Size(max = 120) String title,
        @NotNull @Pattern(regexp = "pitch|product-loop|three-products|full-rehearsal|full") String format,
        @Pattern(regexp = "[0-9a-f]{16}") String runOfShow,
        @Size(max = 20) List<@NotBlank @Size(max = 120) String> products) {

    public Plan {
        products = products == null ? List.of() : products;
    }
}
