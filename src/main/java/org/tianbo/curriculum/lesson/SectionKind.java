package org.tianbo.curriculum.lesson;

import java.util.Locale;

/** What a section of a lesson is for. */
public enum SectionKind {
    HOOK,
    STEP,
    EXAMPLE,
    TASK;

    /** @param step number of the step, from 1; meaningless for the other parts */
    String id(int step) {
        return this == STEP ? "step-" + step : name().toLowerCase(Locale.ROOT);
    }
}
