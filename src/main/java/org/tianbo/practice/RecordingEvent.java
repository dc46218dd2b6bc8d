package org.tianbo.practice;

import java.time.Duration;
import org.tianbo.platform.time.DateTexts;

/**
 * What happened while a rehearsal was recorded, beside what its host said: acts of the host, all of them practice, a
 * microphone that was taken away, and what a mentor who watched live marked.
 *
 * @param number of the product, from 1, or of the orders; 0 for what has none
 */
public record RecordingEvent(long atMs, Kind kind, int number) {

    public enum Kind {
        PRODUCT_CARD,
        PINNED_COMMENT,
        COUPON_DROP,
        STOCK_OUT,
        ORDER_WAVE,
        MICROPHONE_GONE,
        MICROPHONE_BACK,
        MENTOR_GOOD,
        MENTOR_LOOK;

        /** Whether a mentor who watched live said so. */
        public boolean isMentors() {
            return this == MENTOR_GOOD || this == MENTOR_LOOK;
        }
    }

    /** Where on the recording, 5:06. */
    public String at() {
        return DateTexts.clock(Duration.ofMillis(atMs));
    }
}
