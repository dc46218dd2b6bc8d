package org.tianbo.curriculum.content;

import java.util.Locale;

/** What a section of a lesson is for. */
enum SectionKind {
    HOOK,
    STEP,
    EXAMPLE,
    TASK;

    /** @param step number of the step, from 1; meaningless for the other parts */
    String id(int step) {
        return this == STEP ? "step-" + step : name().toLowerCase(Locale.ROOT);
    }
}
