package org.tianbo.narration.page;

import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.CourseView;
import org.tianbo.narration.voice.NarrationDesk;

/** A course whose lessons are spoken one by one. */
record CourseToSpeak(String title, List<Line> lessons) {

    /** @param state as {@link org.tianbo.narration.voice.State} names it, in small letters */
    record Line(String slug, String address, String title, int spoken, int of, String state) {

        static Line of(NarrationDesk.Count count, String language, Locale locale) {
            return new Line(
                    count.lesson().slug(),
                    "/narration/" + language + "/" + count.lesson().slug(),
                    count.lesson().title().in(locale),
                    count.spoken(),
                    count.of(),
                    count.state().name().toLowerCase(Locale.ROOT));
        }
    }

    static CourseToSpeak of(CourseView course, List<NarrationDesk.Count> counts, String language, Locale locale) {
        return new CourseToSpeak(
                course.title().in(locale),
                counts.stream()
                        .filter(count -> count.lesson().course().equals(course.slug()))
                        .map(count -> Line.of(count, language, locale))
                        .toList());
    }

    public int whole() {
        return (int) lessons.stream().filter(line -> line.spoken() == line.of()).count();
    }
}
