package org.tianbo.practice;

import org.tianbo.platform.error.Fault;

/** The attempt was finished; nothing can be added or changed. */
class AttemptClosed extends Fault {

    private static final long serialVersionUID = 1L;

    AttemptClosed() {
        super(Kind.GONE, "practice.attempt-closed");
    }
}
