package org.tianbo.practice.plan;

import org.tianbo.platform.error.Fault;

/** The plan follows a run of show nobody ever published. */
public class PlanRefused extends Fault {

    private static final long serialVersionUID = 1L;

    public PlanRefused() {
        super(Kind.INVALID, "practice.run-of-show-unknown");
        field("runOfShow", "practice.run-of-show-unknown");
    }
}
