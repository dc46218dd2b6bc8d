package org.tianbo.practice.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.tianbo.practice.attempt.PhoneReadings;
import org.tianbo.practice.lookback.AttemptView;

/**
 * What the server knows of a rehearsal, for the mirror of a phone that has not listened to it.
 *
 * @param spans where something was not as it should be
 * @param products names, in the order of the show
 * @param asked by its scripted audience
 * @param heard by the phone that recorded it; null where none listened
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerMirror(
        long lengthMs,
        boolean soundOnly,
        List<Span> spans,
        List<Step> steps,
        List<String> products,
        List<Asked> asked,
        PhoneReadings heard) {

    record Span(String kind, long fromMs, long toMs) {}

    /** @param atMs null for one that was left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(String ref, String title, long plannedMs, long tookMs, Long atMs) {}

    /** @param answeredAfterMs null where no answer was heard */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(boolean heard, long ms, Long answeredAfterMs) {}

    static ServerMirror of(AttemptView attempt, AttemptView.Playable recording, Locale locale) {
        return new ServerMirror(
                recording.durationMs(),
                recording.soundOnly(),
                recording.spans().stream()
                        .map(span -> new Span(span.kind().name().toLowerCase(Locale.ROOT), span.fromMs(), span.toMs()))
                        .toList(),
                attempt.steps().stream()
                        .map(step -> new Step(
                                step.ref(), step.title().in(locale), step.plannedMs(), step.tookMs(), step.atMs()))
                        .toList(),
                attempt.products(),
                attempt.comments().stream()
                        .map(one -> new Asked(
                                one.heard(), one.atMs(), one.answeredAfterMs().orElse(null)))
                        .toList(),
                attempt.heard().orElse(null));
    }
}
