package org.tianbo.platform.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Wrong sign-in tries and those still running, counted over all replicas.
 */
interface WrongTries {

    /**
     * @param tries at least 1
     * @param last when the last of them was made
     */
    record Count(int tries, Instant last) {}

    /** Both counts of one try, each empty while there is none that is remembered. */
    record Counts(Optional<Count> pair, Optional<Count> address) {}

    /**
     * What a try is counted under.
     *
     * @param remembered after so long without another one all begins anew
     */
    record Key(String name, Duration remembered) {}

    /**
     * Counts a try under both keys unless it has to wait. No replica counts another one under either meanwhile.
     *
     * @param wait for how long, by the counts before this try; zero or less lets it begin
     * @return that wait
     */
    Duration begin(Key pair, Key address, Function<Counts, Duration> wait, Instant now);

    /** A try that was counted as it began was wrong: it is remembered from now on. */
    void wrong(Key key, Instant now);

    /** A try that was counted when it began is no longer counted, as if it had never begun. */
    void takeBack(Key key);

    void forget(Key key);
}
