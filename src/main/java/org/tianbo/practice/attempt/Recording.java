package org.tianbo.practice.attempt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * Where a moment of a take's recorded time lies; empty where the recording does not know that take.
     *
     * @param ms of the take; its end for what lies behind it
     */
    public Optional<Long> placeOf(int take, long ms) {
        long before = 0;
        for (Readings.TakeReading one : takes()) {
            if (one.take() == take) {
                return Optional.of(before + Math.min(ms, one.durationMs()));
            }
            before += one.durationMs();
        }
        return Optional.empty();
    }

    /** The same, with what was measured of it. */
    public Recording measured(Readings found, List<MeasuredSpan> where) {
        List<MeasuredSpan> all = Stream.concat(
                        spans.stream().filter(span -> span.kind() == MeasuredSpan.Kind.LIVE_COPY), where.stream())
                .toList();
        return new Recording(durationMs, videoKey, videoSha256, posterKey, gaps, marks, found, all);
    }

    public boolean isSameFileAs(Recording other) {
        return other != null && videoKey.equals(other.videoKey);
    }

    /** Whether it was listened to and looked at, so that finding no fault means that there is none. */
    public boolean hasMeasures() {
        return readings == null || readings.hasMeasures();
    }

    /** In their order; none of recordings made before they were measured. */
    public List<Readings.TakeReading> takes() {
        return readings == null ? List.of() : readings.takes();
    }

    /** Whether all that was sent can be seen in it; else what was sent must be kept. */
    boolean isWhole() {
        return gaps.stream().noneMatch(gap -> gap.reason().equals(Gap.UNREADABLE))
                && (readings == null || readings.takes().stream().allMatch(Readings.TakeReading::readable));
    }
}
