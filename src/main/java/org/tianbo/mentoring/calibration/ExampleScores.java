package org.tianbo.mentoring.calibration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a mentor gave an example, before seeing what it deserves.
 *
 * @param example its slug
 * @param version which words of it were read
 * @param levels by criterion
 * @param vetoed whether the mentor saw a broken rule
 */
public record ExampleScores(
        UUID id,
        UUID mentor,
        String example,
        String version,
        Map<String, Integer> levels,
        boolean vetoed,
        Instant at) {}
