package org.tianbo.mentoring.review;

import org.tianbo.platform.error.Fault;

/** There is nothing to take back: it is not published, or it has gone out to the trainee. */
class UndoRefused extends Fault {

    private static final long serialVersionUID = 1L;

    UndoRefused() {
        super(Kind.CONFLICT, "mentoring.undo-too-late");
    }
}
