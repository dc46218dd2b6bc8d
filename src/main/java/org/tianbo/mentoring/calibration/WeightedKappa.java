package org.tianbo.mentoring.calibration;

import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.MentorAgreements;
import org.tianbo.mentoring.MentorAgreements.Agreement;
import org.tianbo.mentoring.MentorAgreements.Given;

/**
 * Agreement of given and deserved levels. Kappa weighs a difference by its square, as is usual where levels have an
 * order: two levels off weighs four times as much as one.
 */
final class WeightedKappa {

    private static final int LEVELS = Rubric.BEST + 1;

    private WeightedKappa() {}

    static Agreement of(List<Given> all) {
        int same = (int) all.stream().filter(one -> one.apart() == 0).count();
        int near = (int) all.stream().filter(one -> one.apart() <= 1).count();
        return new Agreement(
                all.size(), same, near, all.size() < MentorAgreements.ENOUGH ? Optional.empty() : kappa(all));
    }

    /** Empty where chance alone would give no difference either: it is a share of nothing. */
    private static Optional<Double> kappa(List<Given> all) {
        int[] given = new int[LEVELS];
        int[] deserved = new int[LEVELS];
        double seen = 0;
        for (Given one : all) {
            given[one.given()]++;
            deserved[one.deserved()]++;
            seen += one.apart() * one.apart();
        }
        double byChance = 0;
        for (int i = 0; i < LEVELS; i++) {
            for (int j = 0; j < LEVELS; j++) {
                byChance += (double) (i - j) * (i - j) * given[i] * deserved[j] / all.size();
            }
        }
        return byChance == 0 ? Optional.empty() : Optional.of(1 - seen / byChance);
    }
}
