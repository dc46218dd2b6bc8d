package org.tianbo.practice.hls;

import java.time.Instant;

/**
 * Two seconds or so of a live, as they are served.
 *
 * @param number counts on over all that a live is made of
 * @param run which unbroken stretch it belongs to; where it changes, the player begins anew
 * @param initKey object that says how the segments of its run are to be read
 * @param take which was recorded
 * @param fromMs where in that take's recorded time it begins
 * @param header number of the chunk that says how the take is to be read
 * @param seq number of the chunk that is made into HLS next
 * @param shownAt how players date its first picture: within a run, the end of the segment before
 */
public record LiveSegment(
        long number,
        int run,
        String key,
        String initKey,
        int durationMs,
        int take,
        long fromMs,
        int header,
        int seq,
        Instant madeAt,
        Instant shownAt) {

    Instant shownUntil() {
        return shownAt.plusMillis(durationMs);
    }

    /** Where another replica goes on: it rather shows something twice than not at all. */
    ChunkPosition resumeAt() {
        return new ChunkPosition(take, seq, header).before();
    }
}
