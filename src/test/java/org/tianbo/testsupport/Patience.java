package org.tianbo.testsupport;

import java.time.Duration;

/**
 * How long a test waits for what comes by itself. Long, for whatever is made of a recording gives way to everything
 * else on the machine, and three processes of tests share two processors; waiting costs only what fails.
 */
public final class Patience {

    public static final Duration LONG = Duration.ofMinutes(4);
    public static final double MS = LONG.toMillis();

    private Patience() {}
}
