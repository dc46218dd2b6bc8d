package org.tianbo.mentoring.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Text;
import org.tianbo.mentoring.calibration.Calibration;
import org.tianbo.mentoring.calibration.ExampleScores;

/**
 * An example as a mentor reads it; what it deserves is there only once they have scored it.
 *
 * @param ask what is asked about broken rules
 * @param broken whether the mentor saw a broken rule; meaningless while it is not scored
 * @param verdict why a rule was broken; empty where none was
 */
record ExampleView(
        String slug,
        String version,
        String title,
        List<Scene> scene,
        List<Criterion> criteria,
        String ask,
        boolean scored,
        boolean broken,
        String verdict) {

    /** A level as the form sends it, and its sentence. */
    record Level(String value, String words) {}

    /** @param at minutes and seconds */
    record Scene(String at, String does, String says) {}

    /**
     * A criterion with all its levels.
     *
     * @param mine what the mentor gave, -1 while they gave none
     * @param deserved -1 while it is not shown
     */
    record Criterion(String id, String title, String ask, List<Level> levels, int mine, int deserved, String because) {

        public String field() {
            return "level-" + id;
        }

        public int apart() {
            return Math.abs(mine - deserved);
        }
    }

    static ExampleView of(Calibration.Line line, Rubric rubric, Locale locale) {
        Rubric.Example example = line.example();
        Optional<ExampleScores> mine = line.mine();
        return new ExampleView(
                example.slug(),
                example.version(),
                example.title().in(locale),
                example.scene().stream().map(one -> scene(one, locale)).toList(),
                rubric.criteria().stream()
                        .filter(criterion -> example.scores().containsKey(criterion.id()))
                        .map(criterion -> criterion(criterion, example, mine, locale))
                        .toList(),
                rubric.veto().ask().in(locale),
                mine.isPresent(),
                mine.map(ExampleScores::vetoed).orElse(false),
                mine.flatMap(any -> example.veto())
                        .map(veto -> veto.because().in(locale))
                        .orElse(""));
    }

    /** How many criteria were given the level they deserve. */
    public int same() {
        return (int) criteria.stream().filter(one -> one.apart() == 0).count();
    }

    /** How many were given it or one beside it. */
    public int near() {
        return (int) criteria.stream().filter(one -> one.apart() <= 1).count();
    }

    private static Scene scene(Rubric.Example.Scene one, Locale locale) {
        return new Scene(
                one.second() / 60 + ":" + (one.second() % 60 < 10 ? "0" : "") + one.second() % 60,
                words(one.does(), locale),
                words(one.says(), locale));
    }

    private static String words(Optional<Text> text, Locale locale) {
        return text.map(one -> one.in(locale)).orElse("");
    }

    private static Criterion criterion(
            Rubric.Criterion criterion, Rubric.Example example, Optional<ExampleScores> mine, Locale locale) {
        Rubric.Example.Deserved deserved = example.scores().get(criterion.id());
        return new Criterion(
                criterion.id(),
                criterion.title().in(locale),
                criterion.ask().in(locale),
                IntStream.rangeClosed(0, Rubric.BEST)
                        .mapToObj(level -> new Level(
                                Integer.toString(level),
                                criterion.levels().get(level).in(locale)))
                        .toList(),
                mine.map(one -> one.levels().getOrDefault(criterion.id(), -1)).orElse(-1),
                mine.isPresent() ? deserved.level() : -1,
                mine.isPresent() ? deserved.because().in(locale) : "");
    }
}
