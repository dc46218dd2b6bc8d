package org.tianbo.curriculum;

import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a rehearsal: what the phone shows the host, and what planned against actual is computed from.
 *
 * @param slug the rehearsal's format, e.g. {@code product-loop}
 * @param rubric slug of the rubric it is graded with
 * @param seconds length of the whole; the steps sum up to it
 */
public record RunOfShow(
        String slug, String version, Text title, Text summary, String rubric, int seconds, List<Step> steps) {

    /**
     * @param say words a host could start with, to be changed into their own
     * @param tip what to do with hands, product or camera meanwhile
     * @param criteria ids of the rubric's criteria this step shows
     */
    public record Step(String id, int seconds, Text title, Text say, Text tip, List<String> criteria) {}

    /** A step with its planned start and end, in seconds from the first frame. */
    public record Timed(int from, int to, Step step) {}

    public List<Timed> timeline() {
        List<Timed> timeline = new ArrayList<>();
        int from = 0;
        for (Step step : steps) {
            timeline.add(new Timed(from, from + step.seconds(), step));
            from += step.seconds();
        }
        return List.copyOf(timeline);
    }
}
