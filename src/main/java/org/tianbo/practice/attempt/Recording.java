package org.tianbo.practice.attempt;

import java.util.List;
import org.tianbo.practice.Gap;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.Readings;
import org.tianbo.practice.RecordingMarker;

/**
 * What came of an attempt: one file to play, where it leaps, and what was measured. Kept with the attempt.
 *
 * @param spans for the trainee and the mentor alone; none of recordings made before they were measured
 * @param videoSha256 in lower-case hex; null for recordings made before it was written down
 */
public record Recording(
        long durationMs,
        String videoKey,
        String videoSha256,
        String posterKey,
        List<Gap> gaps,
        List<RecordingMarker> marks,
        Readings readings,
        List<MeasuredSpan> spans) {

    public Recording {
        spans = spans == null ? List.of() : spans;
    }

    /** Whether all that was sent can be seen in it; else what was sent must be kept. */
    boolean isWhole() {
        return gaps.stream().noneMatch(gap -> gap.reason().equals(Gap.UNREADABLE))
                && (readings == null || readings.takes().stream().allMatch(Readings.TakeReading::readable));
    }
}
