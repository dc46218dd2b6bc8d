package org.tianbo.practice.attempt;

import org.tianbo.platform.error.Fault;

/** The attempt was finished; nothing can be added or changed. */
public class AttemptClosed extends Fault {

    private static final long serialVersionUID = 1L;

    public AttemptClosed() {
        super(Kind.GONE, "practice.attempt-closed");
    }
}
