package org.tianbo.curriculum.published;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.curriculum.Text;

/**
 * A rehearsal described in words, with the scores it deserves: mentors score it before they grade real ones.
 *
 * @param format slug of the run of show
 * @param scores by the criterion's id, {@code marks} in the content's files
 * @param total of 100
 */
public record CalibrationExample(
        String slug,
        String version,
        Text title,
        String rubric,
        String format,
        List<Moment> scene,
        @JsonProperty("marks") Map<String, Score> scores,
        Optional<Veto> veto,
        int total) {

    /** What is heard and seen from that second on. */
    public record Moment(int second, Optional<Text> says, Optional<Text> does) {}

    /** @param level 0–5 */
    public record Score(int level, Text because) {}

    /** @param rule id of the rule that was broken */
    public record Veto(int second, String rule, Text because) {}
}
