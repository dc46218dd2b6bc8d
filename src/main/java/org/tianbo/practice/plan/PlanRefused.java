package org.tianbo.practice.plan;

import java.time.Duration;
import org.tianbo.platform.error.Refused;

/** A plan that nobody can follow: of a run of show nobody ever published, with a step twice, or too long. */
public final class PlanRefused {

    private PlanRefused() {}

    public static Refused runOfShowUnknown() {
        return Refused.ofField("runOfShow", "practice.run-of-show-unknown");
    }

    static Refused stepTwice() {
        return Refused.ofField("steps", "practice.step-twice");
    }

    static Refused tooLong(Duration longest) {
        return Refused.ofField("steps", "practice.plan-too-long", longest.toMinutes());
    }
}
