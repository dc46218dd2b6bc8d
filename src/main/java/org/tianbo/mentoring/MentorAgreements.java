package org.tianbo.mentoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.data.Page;

/**
 * How far mentors score as the published examples deserve, for the county's desk. Each mentor scored an example before
 * seeing its scores, and once. Two mentors never score one attempt, so nothing is said of how they agree on attempts.
 */
public interface MentorAgreements {

    /** Fewer scores say little of anybody: no figure is worked out from them. */
    int ENOUGH = 18;

    /**
     * How far scores are those deserved.
     *
     * @param scores how many there are, one for each criterion of each example
     * @param same how many of them are the deserved level
     * @param near how many are it or a level beside it
     * @param kappa Cohen's kappa with quadratic weights, 1 where all are the same and 0 where they are so by chance
     *     alone; empty with fewer than {@link #ENOUGH}, or where one level alone was deserved and given
     */
    record Agreement(int scores, int same, int near, Optional<Double> kappa) {

        /** Whether there are too few for a figure. */
        public boolean isTooFew() {
            return scores < ENOUGH;
        }

        /** Share of {@link #near}, in whole percent; 0 where there are none. */
        public int percentNear() {
            return scores == 0 ? 0 : Math.round(100f * near / scores);
        }
    }

    /**
     * A mentor's.
     *
     * @param examples how many they scored, of those published today
     * @param rulesSeen in how many of these they saw rightly whether a rule was broken
     */
    record OfMentor(UUID mentor, String name, int examples, int rulesSeen, Agreement agreement) {}

    /** A criterion's, over all mentors. */
    record OfCriterion(String criterion, Text title, Agreement agreement) {}

    /** What a mentor gave for one criterion of an example, beside what it deserves. */
    record Given(
            UUID mentor, String name, Text example, String criterion, Text title, int given, int deserved, Instant at) {

        /** How many levels they lie apart. */
        public int apart() {
            return Math.abs(given - deserved);
        }
    }

    /** Of every mentor who scored an example, by name. */
    List<OfMentor> mentors();

    /** Of all criteria, in the rubric's order. */
    List<OfCriterion> criteria();

    /**
     * Which scores are asked for.
     *
     * @param mentor those of this one alone
     * @param criterion those for this one alone
     * @param reader those of examples that this mentor has scored too: nobody learns before what an example deserves
     */
    record Asked(Optional<UUID> mentor, Optional<String> criterion, Optional<UUID> reader) {}

    /**
     * The scores behind a figure, by the mentor's name, example and criterion.
     *
     * @param after the last example of a mentor on the page before; the list begins anew where there is none of that id
     * @param size how many examples of mentors a page holds, each with its scores
     */
    Page<Given, UUID> given(Asked asked, Optional<UUID> after, int size);
}
