package org.tianbo.cohort.joining;

import org.tianbo.platform.error.Fault;

/** Somebody cannot ask to join the class now. */
class JoinRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private JoinRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** There never was such a code, or it is closed; a stranger is not told which. */
    static JoinRefused closed() {
        return new JoinRefused(Kind.GONE, "cohort.join-closed");
    }

    static JoinRefused tooMany() {
        return new JoinRefused(Kind.TOO_MANY, "cohort.join-too-many");
    }

    static JoinRefused unknown() {
        return new JoinRefused(Kind.NOT_FOUND, "cohort.join-unknown");
    }
}
