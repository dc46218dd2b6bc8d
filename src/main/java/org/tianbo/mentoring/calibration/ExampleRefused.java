package org.tianbo.mentoring.calibration;

import java.util.Map;
import org.tianbo.curriculum.Rubric;
import org.tianbo.platform.error.Refused;

/** Scores of an example that cannot be taken; each field at fault is named. */
public final class ExampleRefused {

    private ExampleRefused() {}

    static Refused changed() {
        return Refused.conflict("mentoring.example-changed");
    }

    static void unlessComplete(Rubric.Example example, Map<String, Integer> levels, Boolean vetoed) {
        Refused refused = Refused.invalid("mentoring.example-refused");
        for (String criterion : example.scores().keySet()) {
            Integer level = levels.get(criterion);
            if (level == null || level < 0 || level > Rubric.BEST) {
                refused.field("level-" + criterion, "mentoring.example-level-missing");
            }
        }
        if (vetoed == null) {
            refused.field("broken", "mentoring.compliance-unanswered");
        }
        if (!refused.fields().isEmpty() || !example.scores().keySet().containsAll(levels.keySet())) {
            throw refused;
        }
    }
}
