package org.tianbo.cohort.search;

import org.tianbo.platform.error.Fault;

/** As many lists as may be are being written to files. */
class ExportsBusy extends Fault {

    private static final long serialVersionUID = 1L;

    ExportsBusy() {
        super(Kind.TOO_MANY, "cohort.exports-busy");
    }
}
