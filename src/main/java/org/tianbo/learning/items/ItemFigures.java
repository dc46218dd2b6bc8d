package org.tianbo.learning.items;

import java.util.ArrayList;
import java.util.List;

/**
 * How a question did in a county, by the first answer of each trainee to its present wording.
 *
 * @param answers how many trainees answered it
 * @param right how many of them rightly
 * @param discrimination how far those who know the lesson's other questions know this one too: the correlation of being
 *     right here with the share right of the others, −1 to 1; null where everybody answered alike
 * @param seconds median of how long it was looked at, null where no phone counted
 * @param timed answers of which that is known
 */
public record ItemFigures(
        String lesson, String item, int answers, int right, Double discrimination, Integer seconds, int timed) {

    /** Fewer answers say little of a question and much of chance. */
    public static final int ENOUGH = 20;

    private static final double HARD = 0.3;
    private static final double EASY = 0.95;
    private static final double TELLING = 0.1;
    private static final int SLOW_SECONDS = 90;

    /** What an author should look at; the most urgent first. */
    public enum Flaw {
        /** Those who know the lesson know this no better than the others: often a wrong key or a trap. */
        MISLEADING,
        /** Fewer than three in ten are right. */
        HARD,
        /** It takes half of them more than a minute and a half. */
        SLOW,
        /** Nineteen of twenty are right: it asks what everybody knows. */
        EASY
    }

    static ItemFigures none(String lesson, String item) {
        return new ItemFigures(lesson, item, 0, 0, null, null, 0);
    }

    public boolean tooFew() {
        return answers < ENOUGH;
    }

    /** Empty as long as there are too few answers. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (tooFew()) {
            return flaws;
        }
        double difficulty = (double) right / answers;
        if (discrimination != null && discrimination < TELLING && difficulty <= EASY) {
            flaws.add(Flaw.MISLEADING);
        }
        if (difficulty < HARD) {
            flaws.add(Flaw.HARD);
        }
        if (timed >= ENOUGH && seconds > SLOW_SECONDS) {
            flaws.add(Flaw.SLOW);
        }
        if (difficulty > EASY) {
            flaws.add(Flaw.EASY);
        }
        return flaws;
    }
}
