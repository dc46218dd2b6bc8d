package org.tianbo.practice.attempt;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Something the trainee did on the way: {@code kind} {@code step} with the step's id as {@code ref}. */
public record TimeMarker(
        @NotNull MarkerTime at, @NotBlank @Size(max = 40) String kind, @NotNull @Size(max = 200) String ref) {}
