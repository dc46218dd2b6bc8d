package org.tianbo.practice.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.curriculum.Text;
import org.tianbo.practice.RecordingMarker;

/**
 * A step of the plan beside what was done of it.
 *
 * @param ref as the run of show names it
 * @param tookMs of the recording, whenever it was the step; 0 for one that was left out
 * @param atMs where on the recording it began first; null for one that was left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepTaken(String ref, Text title, long plannedMs, long tookMs, Long atMs) {

    /** A step as it was planned. */
    record Planned(String ref, Text title, int seconds) {}

    /** @param markers of the recording; a step lasts until the next one begins */
    static List<StepTaken> of(List<Planned> plan, List<RecordingMarker> markers, long durationMs) {
        List<RecordingMarker> begun = markers.stream()
                .filter(marker -> marker.isStep() && marker.atMs() < durationMs)
                .sorted((one, other) -> Long.compare(one.atMs(), other.atMs()))
                .toList();
        List<StepTaken> steps = new ArrayList<>();
        for (Planned planned : plan) {
            long took = 0;
            Long at = null;
            for (int index = 0; index < begun.size(); index++) {
                RecordingMarker marker = begun.get(index);
                if (marker.ref().equals(planned.ref())) {
                    long end = index + 1 < begun.size() ? begun.get(index + 1).atMs() : durationMs;
                    took += end - marker.atMs();
                    at = at == null ? Long.valueOf(marker.atMs()) : at;
                }
            }
            steps.add(new StepTaken(planned.ref(), planned.title(), planned.seconds() * 1000L, took, at));
        }
        return steps;
    }
}
