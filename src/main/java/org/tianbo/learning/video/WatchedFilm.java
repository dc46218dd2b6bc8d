package org.tianbo.learning.video;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which seconds of one lesson's film one trainee has watched. */
final class WatchedFilm {

    private final BitSet seen = new BitSet();
    private final int most;

    /** @param most seconds from the beginning that count at all */
    WatchedFilm(int most) {
        this.most = most;
    }

    /** Seconds that were watched, each once: from and until in turn. */
    List<Integer> seen() {
        List<Integer> parts = new ArrayList<>();
        for (int from = seen.nextSetBit(0); from >= 0; from = seen.nextSetBit(seen.nextClearBit(from))) {
            parts.add(from);
            parts.add(seen.nextClearBit(from));
        }
        return parts;
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
            seen.set(Math.min(played[pair], most), Math.min(played[pair + 1], most));
        }
        return seen.cardinality() - before;
    }
}
