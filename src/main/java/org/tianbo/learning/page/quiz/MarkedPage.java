package org.tianbo.learning.page.quiz;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.progress.MarkedQuiz;

/**
 * Answers as they were marked, and why, by the version that was asked.
 *
 * @param next address of the next lesson, empty after the last
 */
public record MarkedPage(
        String lesson, String title, boolean passed, String right, int of, List<Item> items, Optional<String> next) {

    /** @param picture null where there is none */
    public record Item(String ask, boolean right, RawString picture, List<Line> lines, String why) {}

    /**
     * @param number of a step or of a place in the picture, else empty
     * @param result {@code right}, {@code wrong} or nothing
     * @param yours what was answered in its place, where that was wrong
     */
    public record Line(String number, String text, String result, String yours) {}

    public static MarkedPage of(LessonView lesson, MarkedQuiz marked, Optional<LessonSummary> next, Locale locale) {
        Quiz.Grade grade = marked.grade();
        List<Item> items = IntStream.range(0, grade.of())
                .mapToObj(index ->
                        item(marked.asked().items().get(index), grade.items().get(index), marked.order(), locale))
                .toList();
        return new MarkedPage(
                "/learn/" + lesson.course() + "/" + lesson.slug(),
                lesson.title().in(locale),
                grade.passed(),
                Integer.toString(grade.right()),
                grade.of(),
                items,
                next.map(QuizPage::address));
    }

    static Item item(Quiz.Item item, Quiz.Answered answered, QuizOrder order, Locale locale) {
        List<Line> lines =
                switch (item.kind()) {
                    case ORDER -> steps(item, answered.chosen(), locale);
                    case MATCH -> pairs(item, answered.chosen(), locale);
                    case CHOICE, TRUTH, SPOT -> choices(item, order.options(item), answered.chosen(), locale);
                };
        return new Item(
                item.ask().in(locale),
                answered.right(),
                item.picture().map(svg -> new RawString(svg.in(locale))).orElse(null),
                lines,
                item.why().in(locale));
    }

    private static List<Line> choices(Quiz.Item item, List<String> shown, List<String> chosen, Locale locale) {
        return shown.stream()
                .map(letter -> new Line(
                        item.kind() == Quiz.Kind.SPOT ? (shown.indexOf(letter) + 1) + " " : "",
                        item.options().get(letter).in(locale),
                        item.answers().contains(letter) ? "right" : chosen.contains(letter) ? "wrong" : "",
                        ""))
                .toList();
    }

    /** In the right order, with the number that was given to a step that had another place. */
    private static List<Line> steps(Quiz.Item item, List<String> chosen, Locale locale) {
        return IntStream.range(0, item.answers().size())
                .mapToObj(index -> {
                    String letter = item.answers().get(index);
                    int place = chosen.indexOf(letter);
                    return new Line(
                            index + 1 + ". ",
                            item.options().get(letter).in(locale),
                            place == index ? "right" : "wrong",
                            place == index || place < 0 ? "" : Integer.toString(place + 1));
                })
                .toList();
    }

    private static List<Line> pairs(Quiz.Item item, List<String> chosen, Locale locale) {
        return item.answers().stream()
                .sorted()
                .map(pair -> {
                    String letter = pair.substring(0, 1);
                    String yours = chosen.stream()
                            .filter(other -> other.startsWith(letter) && !other.equals(pair))
                            .map(other -> item.targets().get(other.substring(1)).in(locale))
                            .findFirst()
                            .orElse("");
                    return new Line(
                            "",
                            item.options().get(letter).in(locale) + " → "
                                    + item.targets().get(pair.substring(1)).in(locale),
                            chosen.contains(pair) ? "right" : "wrong",
                            yours);
                })
                .toList();
    }
}
