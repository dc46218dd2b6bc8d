package org.tianbo.learning.sync;

import org.tianbo.platform.error.Fault;

/** One record that cannot be kept; the others of the same call are. */
class RecordRefused extends Fault {

    private static final long serialVersionUID = 1L;

    RecordRefused(String code) {
        super(Kind.INVALID, code);
    }
}
