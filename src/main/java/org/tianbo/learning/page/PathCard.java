package org.tianbo.learning.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tianbo.curriculum.LearningPaths;
import org.tianbo.curriculum.LearningPaths.LearningPath;
import org.tianbo.learning.Progress;

/**
 * A way through the lessons, as one reader sees it.
 *
 * @param chosen whether it is the reader's
 * @param whom who it is made for
 * @param next the first lesson of it that is not done
 */
record PathCard(
        String id,
        boolean chosen,
        String title,
        String whom,
        String advice,
        int weeks,
        int hours,
        long done,
        int count,
        Optional<Step> next,
        List<Step> steps) {

    /**
     * The reader's way, where the courses are listed.
     *
     * @param lessons slugs in its order, with blanks between them
     */
    record Chosen(String title, long done, long left, String lessons) {

        static Chosen of(LearningPath path, Progress progress, Locale locale) {
            return new Chosen(
                    path.title().in(locale), progress.done(), progress.left(), String.join(" ", path.lessons()));
        }
    }

    /** A lesson of it. */
    record Step(String slug, String address, String title, boolean done) {}

    /** The reader's own first. */
    static List<PathCard> all(LearningPaths paths, Progress progress, Locale locale) {
        return paths.paths().stream()
                .map(path -> of(path, progress, locale))
                .sorted(Comparator.comparing(path -> !path.chosen()))
                .toList();
    }

    /** Lessons that are no longer taught are left out. */
    private static PathCard of(LearningPath path, Progress progress, Locale locale) {
        Map<String, Progress.OfLesson> lessons = new HashMap<>();
        progress.courses().forEach(course -> course.lessons()
                .forEach(lesson -> lessons.put(lesson.lesson().slug(), lesson)));
        List<Step> steps = path.lessons().stream()
                .map(lessons::get)
                .filter(lesson -> lesson != null)
                .map(lesson -> step(lesson, locale))
                .toList();
        return new PathCard(
                path.id(),
                progress.path().filter(path::equals).isPresent(),
                path.title().in(locale),
                path.whom().in(locale),
                path.advice().in(locale),
                path.weeks(),
                path.hours().sum(),
                steps.stream().filter(Step::done).count(),
                steps.size(),
                steps.stream().filter(step -> !step.done()).findFirst(),
                steps);
    }

    private static Step step(Progress.OfLesson lesson, Locale locale) {
        return new Step(
                lesson.lesson().slug(),
                "/learn/" + lesson.lesson().course() + "/" + lesson.lesson().slug(),
                lesson.lesson().title().in(locale),
                lesson.done());
    }
}
