package org.tianbo.cohort;

import org.tianbo.platform.error.NotFound;

/** No class of that id in this county. */
public class CohortUnknown extends NotFound {

    private static final long serialVersionUID = 1L;

    public CohortUnknown() {
        super("cohort.unknown");
    }
}
