package org.tianbo.mentoring.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.curriculum.Text;
import org.tianbo.mentoring.rubric.RubricChanges;
import org.tianbo.mentoring.rubric.RubricDifference;
import org.tianbo.mentoring.rubric.RubricVersion;

/**
 * The county's rubric as its officers see it.
 *
 * @param version of what is seen; 0 while nobody has ever changed it
 * @param own whether criteria of the county's own count
 * @param veto the usual rubric's, which no county changes
 */
record RubricView(long version, boolean own, List<Line> criteria, String veto) {

    /** @param weight 0 where it is not scored */
    record Line(String id, String title, String ask, int weight, List<String> levels) {

        static Line of(Criterion criterion, Locale locale) {
            return new Line(
                    criterion.id(),
                    criterion.title().in(locale),
                    criterion.ask().in(locale),
                    criterion.weight(),
                    criterion.levels().stream().map(level -> level.in(locale)).toList());
        }
    }

    /**
     * A version in the history.
     *
     * @param by name of who made it
     */
    record Change(long number, boolean own, String by, String reason, Instant at, List<Difference> differences) {

        static Change of(RubricChanges.Step step, String by, Locale locale) {
            RubricVersion version = step.version();
            return new Change(
                    version.number(),
                    version.own(),
                    by,
                    version.reason(),
                    version.at(),
                    step.differences().stream()
                            .map(one -> Difference.of(one, locale))
                            .toList());
        }
    }

    /** See {@link RubricDifference}. */
    record Difference(RubricDifference.Kind kind, String title, int before, int after) {

        static Difference of(RubricDifference difference, Locale locale) {
            return new Difference(
                    difference.kind(), difference.title().in(locale), difference.before(), difference.after());
        }
    }

    /**
     * A field of a criterion's words, in both languages.
     *
     * @param name in Chinese; with {@code -en} behind it in English
     * @param level 0 to 5 for the sentence of a level, -1 for the title, -2 for the question
     */
    record Field(String name, int level, String chinese, String english) {

        static Field of(String name, int level, Text text) {
            return new Field(name, level, text.zh(), text.en());
        }
    }

    static RubricView of(long version, boolean own, List<Criterion> criteria, Rubric usual, Locale locale) {
        return new RubricView(
                version,
                own,
                criteria.stream().map(one -> Line.of(one, locale)).toList(),
                usual.veto().title().in(locale));
    }

    public int sum() {
        return criteria.stream().mapToInt(Line::weight).sum();
    }
}
