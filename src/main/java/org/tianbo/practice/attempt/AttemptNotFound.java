package org.tianbo.practice.attempt;

import org.tianbo.platform.error.NotFound;

/** No such attempt, or not for these eyes. */
public class AttemptNotFound extends NotFound {

    private static final long serialVersionUID = 1L;

    public AttemptNotFound() {
        super("practice.attempt-not-found");
    }
}
