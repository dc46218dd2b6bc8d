package org.tianbo.cohort.enrolment;

import org.tianbo.platform.error.Fault;

/** Somebody else wrote something else since the page was opened; nothing was written over it. */
class RecordChanged extends Fault {

    private static final long serialVersionUID = 1L;

    RecordChanged() {
        super(Kind.CONFLICT, "cohort.record-changed");
    }
}
