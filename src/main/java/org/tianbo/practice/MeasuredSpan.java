package org.tianbo.practice;

import java.time.Duration;
import org.tianbo.platform.time.DateTexts;

/**
 * A stretch of a recording in which something was not as it should be, as the server measured it. For the trainee and
 * the mentor; nobody else is shown it.
 *
 * @param fromMs where on the recording
 * @param toMs where it ends
 */
public record MeasuredSpan(Kind kind, long fromMs, long toMs) {

    public long lengthMs() {
        return toMs - fromMs;
    }

    /** For a person: 5:06. */
    public String at() {
        return DateTexts.clock(Duration.ofMillis(fromMs));
    }

    /**
     * {@code BLACK} is a covered lens, {@code FROZEN} a picture that stands still, {@code LIVE_COPY} the small picture
     * that viewers were sent, where the better one has not arrived.
     */
    public enum Kind {
        SILENT,
        DARK,
        BLACK,
        FROZEN,
        BLURRED,
        LIVE_COPY
    }
}
