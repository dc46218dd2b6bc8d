package org.tianbo.cohort;

import org.tianbo.platform.error.NotFound;

/** The person was never on this class's roster. */
public class NotEnrolled extends NotFound {

    private static final long serialVersionUID = 1L;

    public NotEnrolled() {
        super("cohort.not-enrolled");
    }
}
