package org.tianbo.mentoring.rubric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.curriculum.Text;

/**
 * What differs between two versions of a rubric, in one criterion.
 *
 * @param title of the criterion, as it is called now
 * @param before its weight before; 0 where it was not scored
 * @param after its weight now
 */
public record RubricDifference(Kind kind, Text title, int before, int after) {

    /** What of a criterion differs. */
    public enum Kind {
        ADDED,
        WORDS,
        WEIGHT
    }

    /** In the order of the criteria. */
    static List<RubricDifference> between(List<Criterion> before, List<Criterion> after) {
        List<RubricDifference> differences = new ArrayList<>();
        for (Criterion now : after) {
            Optional<Criterion> then =
                    before.stream().filter(one -> one.id().equals(now.id())).findFirst();
            int weight = then.map(Criterion::weight).orElse(0);
            if (then.isEmpty()) {
                differences.add(new RubricDifference(Kind.ADDED, now.title(), 0, now.weight()));
            } else if (!words(now).equals(words(then.get()))) {
                differences.add(new RubricDifference(Kind.WORDS, now.title(), weight, now.weight()));
            }
            if (weight != now.weight()) {
                differences.add(new RubricDifference(Kind.WEIGHT, now.title(), weight, now.weight()));
            }
        }
        before.stream()
                .filter(one -> one.weight() > 0
                        && after.stream().noneMatch(now -> now.id().equals(one.id())))
                .forEach(gone -> differences.add(new RubricDifference(Kind.WEIGHT, gone.title(), gone.weight(), 0)));
        return differences;
    }

    private static List<Object> words(Criterion criterion) {
        return List.of(criterion.title(), criterion.ask(), criterion.levels());
    }
}
