package org.tianbo.practice.attempt;

import org.tianbo.platform.error.Fault;

/** The plan follows a run of show nobody ever published. */
class PlanRefused extends Fault {

    private static final long serialVersionUID = 1L;

    PlanRefused() {
        super(Kind.INVALID, "practice.run-of-show-unknown");
        field("runOfShow", "practice.run-of-show-unknown");
    }
}
