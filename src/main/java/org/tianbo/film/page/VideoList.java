package org.tianbo.film.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.film.Film;
import org.tianbo.platform.time.DateTexts;

/** The lessons of a course and whether the county has videos of them. */
record VideoList(List<Course> courses, String title, List<Line> lessons) {

    record Course(String slug, String title, boolean shown) {}

    /**
     * @param length of what trainees see; empty where they see none
     * @param others how many there are besides
     */
    record Line(String slug, String title, String length, int others) {}

    static VideoList of(CourseView course, List<Film> films, Curriculum curriculum, Locale locale) {
        Map<String, List<Film>> byLesson = films.stream().collect(Collectors.groupingBy(Film::lesson));
        return new VideoList(
                curriculum.courses().stream()
                        .map(one -> new Course(
                                one.slug(), one.title().in(locale), one.slug().equals(course.slug())))
                        .toList(),
                course.title().in(locale),
                course.lessons().stream()
                        .map(lesson -> line(lesson, byLesson.getOrDefault(lesson.slug(), List.of()), locale))
                        .toList());
    }

    private static Line line(LessonSummary lesson, List<Film> films, Locale locale) {
        return new Line(
                lesson.slug(),
                lesson.title().in(locale),
                films.stream()
                        .filter(Film::published)
                        .map(film -> DateTexts.clock(film.length()))
                        .findFirst()
                        .orElse(""),
                (int) films.stream().filter(film -> !film.published()).count());
    }
}
