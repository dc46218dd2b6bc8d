package org.tianbo.cohort.counts;

import java.util.SortedMap;
import org.tianbo.cohort.Stage;

/**
 * How many days trainees took to a stage from the one they held before it.
 *
 * @param trainees how many of them hold both
 * @param shortest the least days anybody took; as the others, 0 where nobody holds both
 * @param quarter a quarter of them took so many or fewer
 * @param median half of them took so many or fewer
 * @param threeQuarters three quarters of them took so many or fewer
 */
public record DaysToStage(
        Stage stage, int trainees, int shortest, int quarter, int median, int threeQuarters, int longest) {

    /** @param byDays how many trainees took so many days */
    static DaysToStage of(Stage stage, SortedMap<Integer, Integer> byDays) {
        int trainees = byDays.values().stream().mapToInt(Integer::intValue).sum();
        if (trainees == 0) {
            return new DaysToStage(stage, 0, 0, 0, 0, 0, 0);
        }
        return new DaysToStage(
                stage,
                trainees,
                byDays.firstKey(),
                rank(byDays, (trainees + 3) / 4),
                rank(byDays, (trainees + 1) / 2),
                rank(byDays, (3 * trainees + 3) / 4),
                byDays.lastKey());
    }

    /** The days of the trainee at that place, counted from 1, when all stand in the order of their days. */
    private static int rank(SortedMap<Integer, Integer> byDays, int place) {
        int passed = 0;
        for (SortedMap.Entry<Integer, Integer> one : byDays.entrySet()) {
            passed += one.getValue();
            if (passed >= place) {
                return one.getKey();
            }
        }
        return byDays.lastKey();
    }
}
