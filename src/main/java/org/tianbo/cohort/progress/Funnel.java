package org.tianbo.cohort.progress;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.milestone.StageHistory;

/**
 * How many of a class have come how far. Everyone ever enrolled is the denominator of every share, whoever left
 * included: a class does not grow better by losing people.
 *
 * @param enrolled everyone ever enrolled
 * @param left those of them who left
 */
public record Funnel(int enrolled, int left, List<Step> steps) {

    /** One stage: how many hold it, out of how many. */
    public record Step(Stage stage, int count, int denominator) {

        /** Of a hundred, rounded half up; nought for an empty class. */
        public int percent() {
            return denominator == 0 ? 0 : (count * 200 + denominator) / (denominator * 2);
        }
    }

    public static Funnel of(Collection<StageHistory> roads) {
        int enrolled = roads.size();
        int left = (int)
                roads.stream().filter(history -> history.left().isPresent()).count();
        List<Step> steps = Arrays.stream(Stage.values())
                .map(stage -> new Step(stage, count(roads, stage), enrolled))
                .toList();
        return new Funnel(enrolled, left, steps);
    }

    private static int count(Collection<StageHistory> roads, Stage stage) {
        return (int)
                roads.stream().filter(history -> standsBehind(history, stage)).count();
    }

    /** Whether this road belongs to the list behind a stage's number. */
    static boolean standsBehind(StageHistory history, Stage stage) {
        return stage == Stage.ENROLLED || history.holds(stage);
    }
}
