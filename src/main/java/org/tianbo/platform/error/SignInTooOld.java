package org.tianbo.platform.error;

import java.time.Duration;

/** Somebody is signed in, but typed their password too long ago for what they asked. */
public class SignInTooOld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration limit;

    public SignInTooOld(Duration limit) {
        super("Signed in more than " + limit + " ago", null, false, false);
        this.limit = limit;
    }

    public Duration limit() {
        return limit;
    }
}
