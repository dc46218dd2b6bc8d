package org.tianbo.cohort.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tianbo.cohort.Stage;

/**
 * How many of a class have reached each stage. Everyone ever enrolled is the denominator of every share, whoever left
 * included: a class does not grow better by losing people.
 *
 * @param enrolled everyone ever enrolled
 * @param left those of them who left
 */
public record Funnel(int enrolled, int left, List<Step> steps) {

    /** One stage: how many hold it, out of how many. */
    public record Step(Stage stage, int count, int denominator) {

        /** Of a hundred, rounded half up; zero for an empty class. */
        public int percent() {
            return denominator == 0 ? 0 : (count * 200 + denominator) / (denominator * 2);
        }
    }

    /** @param atStage how many hold each stage; whoever was ever enrolled counts as enrolled, also after leaving */
    public static Funnel of(int enrolled, int left, Map<Stage, Integer> atStage) {
        List<Step> steps = Arrays.stream(Stage.values())
                .map(stage ->
                        new Step(stage, stage == Stage.ENROLLED ? enrolled : atStage.getOrDefault(stage, 0), enrolled))
                .toList();
        return new Funnel(enrolled, left, steps);
    }
}
