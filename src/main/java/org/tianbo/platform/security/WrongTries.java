package org.tianbo.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often something was guessed wrongly, counted for all replicas together. */
interface WrongTries {

    /**
     * @param tries at least 1
     * @param last when the last of them was made
     */
    record Count(int tries, Instant last) {}

    /** Both counts of one try, each empty while there is none that is remembered. */
    record Counts(Optional<Count> pair, Optional<Count> address) {}

    Counts of(String pair, String address, Instant now);

    /** @param remembered after so long without another one all begins anew */
    void add(String name, Duration remembered, Instant now);

    void forget(String name);
}
