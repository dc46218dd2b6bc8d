package org.tianbo.curriculum;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rehearsal in words with the marks it deserves, for a mentor to mark before grading.
 *
 * @param format slug of the run of show
 * @param marks by the criterion's id
 * @param total of 100
 */
public record CalibrationExample(
        String slug,
        String version,
        Text title,
        String rubric,
        String format,
        List<Moment> scene,
        Map<String, Mark> marks,
        Optional<Veto> veto,
        int total) {

    /** What is heard and seen from that second on. */
    public record Moment(int second, Optional<Text> says, Optional<Text> does) {}

    /** @param level 0–5 */
    public record Mark(int level, Text because) {}

    /** @param rule id of the rule that was broken */
    public record Veto(int second, String rule, Text because) {}
}
