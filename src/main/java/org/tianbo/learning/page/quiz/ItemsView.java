package org.tianbo.learning.page.quiz;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.items.ItemFigures;
import org.tianbo.learning.items.QuestionFigures.Counted;
import org.tianbo.platform.time.DateTexts;

/**
 * A course's questions and how they do.
 *
 * @param mend those with a flaw, the most urgent first
 * @param enough answers from which on figures are shown
 * @param countedAt date and time, in the county's zone; empty where nothing was counted yet
 * @param changed whether questions without figures are being counted
 */
record ItemsView(
        List<Course> courses,
        String title,
        List<Line> mend,
        List<Line> lines,
        int enough,
        String countedAt,
        boolean changed) {

    record Course(String slug, String title, boolean shown) {}

    /**
     * @param percent right of {@code answers}, rounded
     * @param discrimination with two digits, empty where it cannot be told
     * @param seconds median, empty where no phone counted
     * @param flaws in the words of {@link ItemFigures.Flaw}, small letters
     */
    record Line(
            String lesson,
            String ask,
            int answers,
            int right,
            long percent,
            String discrimination,
            String seconds,
            List<String> flaws,
            boolean tooFew) {}

    static ItemsView of(CourseView course, Counted counted, Curriculum curriculum, Locale locale) {
        List<ItemFigures> figures = counted.figures();
        List<Line> lines = figures.stream()
                .map(one -> line(one, course, curriculum, locale))
                .toList();
        Stream<ItemFigures> flawed = figures.stream()
                .filter(one -> !one.flaws().isEmpty())
                .sorted((one, other) ->
                        one.flaws().get(0).compareTo(other.flaws().get(0)));
        return new ItemsView(
                curriculum.courses().stream()
                        .map(one -> new Course(
                                one.slug(), one.title().in(locale), one.slug().equals(course.slug())))
                        .toList(),
                course.title().in(locale),
                flawed.map(one -> line(one, course, curriculum, locale)).toList(),
                lines,
                ItemFigures.ENOUGH,
                counted.at().map(DateTexts::minute).orElse(""),
                counted.changed());
    }

    private static Line line(ItemFigures figures, CourseView course, Curriculum curriculum, Locale locale) {
        LessonSummary lesson = course.lessons().stream()
                .filter(one -> one.slug().equals(figures.lesson()))
                .findFirst()
                .orElseThrow();
        Quiz.Item item = curriculum.quiz(figures.lesson()).items().stream()
                .filter(one -> one.id().equals(figures.item()))
                .findFirst()
                .orElseThrow();
        return new Line(
                lesson.title().in(locale),
                item.ask().in(locale),
                figures.answers(),
                figures.right(),
                Math.round(100.0 * figures.right() / Math.max(1, figures.answers())),
                figures.discrimination() == null ? "" : String.format(Locale.ROOT, "%.2f", figures.discrimination()),
                figures.seconds() == null ? "" : figures.seconds().toString(),
                figures.flaws().stream()
                        .map(flaw -> flaw.name().toLowerCase(Locale.ROOT))
                        .toList(),
                figures.tooFew());
    }
}
