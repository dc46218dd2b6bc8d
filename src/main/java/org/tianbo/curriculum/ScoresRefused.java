package org.tianbo.curriculum;

import java.util.Map;
import java.util.TreeMap;
import org.tianbo.platform.error.Fault;

/** Scores that do not fit the rubric; every criterion at fault is named. */
public class ScoresRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private ScoresRefused(Map<String, String> codes) {
        super(Kind.INVALID, "curriculum.marks-refused");
        codes.forEach((criterion, code) -> field("marks." + criterion, code));
    }

    static void unlessComplete(Rubric rubric, Map<String, Integer> scores) {
        Map<String, String> codes = new TreeMap<>();
        rubric.unscored(scores).forEach(criterion -> codes.put(criterion, "curriculum.mark-missing"));
        scores.forEach((criterion, level) -> {
            if (rubric.criterion(criterion).isEmpty()) {
                codes.put(criterion, "curriculum.criterion-unknown");
            } else if (level != null && (level < 0 || level > Rubric.BEST)) {
                codes.put(criterion, "curriculum.level-out-of-range");
            }
        });
        if (!codes.isEmpty()) {
            throw new ScoresRefused(codes);
        }
    }
}
