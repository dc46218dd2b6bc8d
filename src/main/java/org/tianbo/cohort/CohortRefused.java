package org.tianbo.cohort;

import org.tianbo.platform.error.Fault;

/** What was asked of a class does not fit; its fields say why. */
public class CohortRefused extends Fault {

    private static final long serialVersionUID = 1L;

    public CohortRefused() {
        super(Kind.INVALID, "cohort.refused");
    }

    public static Fault because(String field, String code) {
        return new CohortRefused().field(field, code);
    }
}
