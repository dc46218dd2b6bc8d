package org.tianbo.learning.progress;

import java.util.BitSet;

/** Which seconds of one lesson's film one trainee has watched. */
final class WatchedFilm {

    private final BitSet seen = new BitSet();
    private final int most;
    private int counted;

    /** @param most seconds that count at all */
    WatchedFilm(int most) {
        this.most = most;
    }

    /**
     * Some of it was played.
     *
     * @param played pairs of seconds, from and until, one behind the other
     * @return how many seconds that were not watched before; none once as many have counted as may
     */
    int play(int... played) {
        int before = seen.cardinality();
        for (int pair = 0; pair + 1 < played.length; pair += 2) {
            seen.set(played[pair], played[pair + 1]);
        }
        int fresh = Math.min(seen.cardinality() - before, most - counted);
        counted += fresh;
        return fresh;
    }
}
