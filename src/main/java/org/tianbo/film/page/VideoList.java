package org.tianbo.film.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Text;
import org.tianbo.film.Film;
import org.tianbo.platform.time.DateTexts;

/**
 * The lessons of a course and whether the county has videos of them.
 *
 * @param former of any course: lessons that are no longer taught, of which there are videos
 */
record VideoList(List<Course> courses, String title, List<Line> lessons, List<Line> former) {

    record Course(String slug, String title, boolean shown) {}

    /**
     * @param length of what trainees see; empty where they see none
     * @param others how many there are besides
     */
    record Line(String slug, String title, String length, int others) {

        public int all() {
            return others + (length.isEmpty() ? 0 : 1);
        }
    }

    static VideoList of(CourseView course, List<Film> films, Curriculum curriculum, Locale locale) {
        Map<String, List<Film>> byLesson = films.stream().collect(Collectors.groupingBy(Film::lesson));
        return new VideoList(
                curriculum.courses().stream()
                        .map(one -> new Course(
                                one.slug(), one.title().in(locale), one.slug().equals(course.slug())))
                        .toList(),
                course.title().in(locale),
                course.lessons().stream()
                        .map(lesson -> line(
                                lesson.slug(), lesson.title(), byLesson.getOrDefault(lesson.slug(), List.of()), locale))
                        .toList(),
                byLesson.keySet().stream()
                        .filter(lesson -> !curriculum.isTaught(lesson))
                        .sorted()
                        .flatMap(lesson -> curriculum.lastTaught(lesson).stream())
                        .map(lesson -> line(lesson.slug(), lesson.title(), byLesson.get(lesson.slug()), locale))
                        .toList());
    }

    private static Line line(String slug, Text title, List<Film> films, Locale locale) {
        return new Line(
                slug,
                title.in(locale),
                films.stream()
                        .filter(Film::published)
                        .map(film -> DateTexts.clock(film.length()))
                        .findFirst()
                        .orElse(""),
                (int) films.stream().filter(film -> !film.published()).count());
    }
}
