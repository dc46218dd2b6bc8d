package org.tianbo.mentoring.draft;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.curriculum.Rubric;

/**
 * What a trainee sees before everything else: three things to keep and one to change first. The mentor chooses; what is
 * left open is chosen from the moments.
 *
 * @param keep at most three moments well done, in the order of the recording
 * @param change null when the mentor wants nothing changed
 */
public record Highlights(List<UUID> keep, UUID change) {

    private static final Comparator<Moment> IN_ORDER = Comparator.comparing(Moment::fromMs);

    public static Highlights of(Draft draft, Rubric rubric) {
        Comparator<Moment> bestFirst = Comparator.comparingInt((Moment moment) -> -gained(moment, draft, rubric))
                .thenComparing(IN_ORDER);
        Stream<Moment> chosen = draft.keep().isEmpty()
                ? draft.moments().stream()
                        .filter(moment -> moment.kind() == Moment.Kind.WELL_DONE)
                        .sorted(bestFirst)
                        .limit(Draft.MOST_KEPT)
                : draft.keep().stream().map(draft::moment).flatMap(Optional::stream);
        UUID change = draft.change() != null
                ? draft.change()
                : draft.moments().stream()
                        .filter(Highlights::mayChange)
                        .min(dearestFirst(draft, rubric))
                        .map(Moment::id)
                        .orElse(null);
        return new Highlights(chosen.sorted(IN_ORDER).map(Moment::id).toList(), change);
    }

    static boolean mayChange(Moment moment) {
        return moment.kind() == Moment.Kind.CHANGE || moment.kind() == Moment.Kind.RULE_BROKEN;
    }

    /** A broken rule costs the certificate; after that, what costs most points. */
    private static Comparator<Moment> dearestFirst(Draft draft, Rubric rubric) {
        return Comparator.comparing((Moment moment) -> moment.kind() != Moment.Kind.RULE_BROKEN)
                .thenComparingInt(moment -> -lost(moment, draft, rubric))
                .thenComparing(IN_ORDER);
    }

    private static int gained(Moment moment, Draft draft, Rubric rubric) {
        return weight(moment, rubric) * draft.scores().getOrDefault(moment.criterion(), 0);
    }

    private static int lost(Moment moment, Draft draft, Rubric rubric) {
        return weight(moment, rubric) * (Rubric.BEST - draft.scores().getOrDefault(moment.criterion(), Rubric.BEST));
    }

    private static int weight(Moment moment, Rubric rubric) {
        return rubric.criterion(moment.criterion())
                .map(Rubric.Criterion::weight)
                .orElse(0);
    }
}
