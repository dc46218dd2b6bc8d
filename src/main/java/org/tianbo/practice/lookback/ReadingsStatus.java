package org.tianbo.practice.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.MeasuredSpan.Kind;
import org.tianbo.practice.PracticeSettings.MirrorBands;
import org.tianbo.practice.Readings;
import org.tianbo.practice.attempt.PhoneReadings;

/**
 * What was measured of a recording, as the API tells it. The times are for its host and the mentors: others are told
 * none.
 *
 * @param loudnessLufs of the whole
 * @param silenceMs in pauses that the county calls long
 * @param blackMs behind a covered lens
 * @param speakingShare of the time in which a listening phone heard its host, from 0 to 1; for the host alone
 * @param paceBand slow, good or hurried by the county's bands, as that phone heard; for the host alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadingsStatus(
        @JsonUnwrapped Readings readings,
        Double loudnessLufs,
        Long silenceMs,
        Long longestSilenceMs,
        Long blackMs,
        Long frozenMs,
        Double speakingShare,
        String paceBand) {

    static ReadingsStatus of(Readings readings) {
        return new ReadingsStatus(readings, readings.loudness(), null, null, null, null, null, null);
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
                readings.hasPicture() ? sum(spans, Kind.FROZEN) : null,
                null,
                null);
    }

    /** With what the phone heard that recorded it. */
    ReadingsStatus heard(PhoneReadings phone, MirrorBands bands) {
        return new ReadingsStatus(
                readings,
                loudnessLufs,
                silenceMs,
                longestSilenceMs,
                blackMs,
                frozenMs,
                phone.speakingShare()
                        .map(share -> Math.round(share * 1_000) / 1_000.0)
                        .orElse(null),
                phone.pace().map(bands::paceBand).orElse(null));
    }

    private static Long sum(List<MeasuredSpan> spans, Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() == kind)
                .mapToLong(MeasuredSpan::lengthMs)
                .sum();
    }
}
