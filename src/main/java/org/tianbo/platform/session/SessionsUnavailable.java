package org.tianbo.platform.session;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The database cannot say just now whose session this is. The session itself is good: nobody is signed out, and trying
 * again later works.
 */
public class SessionsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SessionsUnavailable(Throwable cause) {
        super("Sessions cannot be read or stored", cause);
    }

    /** Whether a sign-in failed for this; Quarkus wraps what it meets in an exception of its own. */
    public static boolean isBehind(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(SessionsUnavailable.class::isInstance);
    }
}
