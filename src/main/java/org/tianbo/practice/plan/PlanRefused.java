package org.tianbo.practice.plan;

import java.time.Duration;
import org.tianbo.platform.error.Fault;

/** A plan that nobody can follow: of a run of show nobody ever published, with a step twice, or too long. */
public class PlanRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private PlanRefused(String field, String code, Object... blanks) {
        super(Kind.INVALID, code, blanks);
        field(field, code);
    }

    public static PlanRefused runOfShowUnknown() {
        return new PlanRefused("runOfShow", "practice.run-of-show-unknown");
    }

    static PlanRefused stepTwice() {
        return new PlanRefused("steps", "practice.step-twice");
    }

    static PlanRefused tooLong(Duration longest) {
        return new PlanRefused("steps", "practice.plan-too-long", longest.toMinutes());
    }
}
