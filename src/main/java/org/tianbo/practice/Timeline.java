package org.tianbo.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One recording over all takes: where each take lies on it, and the gaps between them. */
record Timeline(List<Shot> shots) {

    /**
     * A take as it was found to be.
     *
     * @param lengthMs what of it can be played; 0 for a take that cannot be read
     */
    record Shot(int take, Instant startedAt, Instant endedAt, long lengthMs) {

        boolean readable() {
            return lengthMs > 0;
        }
    }

    long lengthMs() {
        return shots.stream().mapToLong(Shot::lengthMs).sum();
    }

    /** One gap wherever two takes meet. Phones' clocks may be set back, so a gap may be 0 long but never less. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Instant seenUntil = null;
        boolean lost = false;
        long atMs = 0;
        for (Shot shot : shots) {
            seenUntil = seenUntil == null ? shot.startedAt() : seenUntil;
            if (shot.readable()) {
                if (atMs > 0 || lost) {
                    gaps.add(gap(atMs, seenUntil, shot.startedAt(), lost));
                }
                atMs += shot.lengthMs();
                seenUntil = shot.endedAt();
                lost = false;
            } else {
                lost = true;
            }
        }
        if (lost) {
            gaps.add(gap(atMs, seenUntil, shots.get(shots.size() - 1).endedAt(), true));
        }
        return List.copyOf(gaps);
    }

    /** Where on the recording a moment of the phone's clock lies; in a gap, where the gap is. */
    long position(Instant moment) {
        long atMs = 0;
        for (Shot shot : shots) {
            long into = Duration.between(shot.startedAt(), moment).toMillis();
            if (into < shot.lengthMs()) {
                return atMs + Math.max(0, into);
            }
            atMs += shot.lengthMs();
        }
        return atMs;
    }

    private static Gap gap(long atMs, Instant from, Instant to, boolean lost) {
        long lengthMs = Math.max(0, Duration.between(from, to).toMillis());
        return new Gap(atMs, lengthMs, lost ? Gap.UNREADABLE : Gap.INTERRUPTED);
    }
}
