package org.tianbo.media.quota;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody may keep from now on. What is left out is as configured.
 *
 * @param bytes of rehearsals
 * @param note why, for whoever looks later
 */
@Schema(example = "{\"bytes\": 8000000000, \"note\": \"films her rehearsals for the whole village\"}")
record StorageLimits(
        @Min(0) Long bytes,
        @Min(0) Long chunks,
        @Min(0) Long openAttempts,
        @Min(0) Long photos,
        @NotBlank @Size(max = 300) String note) {}
