package org.tianbo.practice.lifecycle;

import org.tianbo.platform.error.Fault;

/** The trainee deleted this attempt; nothing brings it back. */
class AttemptDeleted extends Fault {

    private static final long serialVersionUID = 1L;

    AttemptDeleted() {
        super(Kind.GONE, "practice.attempt-deleted");
    }
}
