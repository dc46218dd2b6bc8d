package org.tianbo.interop.delivery;

import java.util.Optional;
import java.util.Set;

/**
 * What another system said to one try.
 *
 * @param status empty where no answer came in time
 * @param text how the answer begins, or what went wrong
 * @param tookMs from the first byte sent
 */
record Answer(Optional<Integer> status, String text, int tookMs) {

    /** Whoever takes longer than that is left alone for so many times as long as they took. */
    private static final int SLOW_MS = 2_000;

    private static final int REST = 4;

    private static final int NO_CONTENT = 204;
    private static final int GONE = 410;

    /** Refusals that say nothing against what was sent: sign-in, quotas, a wrong turn on the way. */
    private static final Set<Integer> ABOUT_EVERYTHING = Set.of(401, 403, 404, 405, 407, 408, GONE, 421, 425, 429);

    static Answer none(String why, int tookMs) {
        return new Answer(Optional.empty(), why, tookMs);
    }

    /** Nothing is left to be sent, so nobody was asked. */
    static Answer nothing() {
        return new Answer(Optional.of(NO_CONTENT), "", 0);
    }

    boolean isSuccess() {
        return status.filter(code -> code / 100 == 2).isPresent();
    }

    /** How long a system that answers is left alone before it is asked again; 0 where it answers quickly. */
    int restMs() {
        return tookMs > SLOW_MS ? REST * tookMs : 0;
    }

    /** It asks us to stay away for good. */
    boolean isGone() {
        return status.filter(code -> code == GONE).isPresent();
    }

    /** Whether the same would be said to anything else we bring, so that it is left alone for a while. */
    boolean concernsAll() {
        return status.filter(code -> code / 100 == 4 && !ABOUT_EVERYTHING.contains(code))
                .isEmpty();
    }
}
