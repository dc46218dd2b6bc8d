package org.tianbo.practice.attempt;

import org.tianbo.platform.error.Missing;

/** No such attempt, or not for these eyes. */
public class AttemptNotFound extends Missing {

    private static final long serialVersionUID = 1L;

    public AttemptNotFound() {
        super("practice.attempt-not-found");
    }
}
