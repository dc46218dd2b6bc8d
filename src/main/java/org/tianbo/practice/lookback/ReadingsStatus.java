package org.tianbo.practice.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.MeasuredSpan.Kind;
import org.tianbo.practice.Readings;

/**
 * What was measured of a recording, as the API tells it. The times are for its host and the mentors: others are told
 * none.
 *
 * @param loudnessLufs of the whole
 * @param silenceMs in pauses that the county calls long
 * @param blackMs behind a covered lens
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingsStatus(
        @JsonUnwrapped Readings readings,
        Double loudnessLufs,
        Long silenceMs,
        Long longestSilenceMs,
        Long blackMs,
        Long frozenMs) {

    static ReadingsStatus of(Readings readings) {
        return new ReadingsStatus(readings, readings.loudness(), null, null, null, null);
    }

    static ReadingsStatus of(Readings readings, List<MeasuredSpan> spans) {
        if (!readings.hasMeasures()) {
            return of(readings);
        }
        long longest = spans.stream()
                .filter(span -> span.kind() == Kind.SILENT)
                .mapToLong(MeasuredSpan::lengthMs)
                .max()
                .orElse(0);
        return new ReadingsStatus(
                readings,
                readings.loudness(),
                sum(spans, Kind.SILENT),
                longest,
                readings.hasPicture() ? sum(spans, Kind.BLACK) : null,
                readings.hasPicture() ? sum(spans, Kind.FROZEN) : null);
    }

    private static Long sum(List<MeasuredSpan> spans, Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .mapToLong(MeasuredSpan::lengthMs)
                .sum();
    }
}
