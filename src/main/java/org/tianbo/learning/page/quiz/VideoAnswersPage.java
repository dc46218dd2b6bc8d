package org.tianbo.learning.page.quiz;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.curriculum.LessonView;
import org.tianbo.learning.video.AnswersInVideos;

/**
 * What a reader answered inside a lesson's video, as it was marked.
 *
 * @param right as words take it
 */
public record VideoAnswersPage(String lesson, String title, String right, int of, List<Line> answers) {

    /** @param record of the phone that holds the answer */
    public record Line(UUID record, MarkedPage.Item item) {}

    public static VideoAnswersPage of(LessonView lesson, List<AnswersInVideos.Marked> marked, Locale locale) {
        List<Line> lines = marked.stream()
                .map(one -> new Line(one.record(), MarkedPage.item(one.asked(), one.answered(), one.order(), locale)))
                .toList();
        return new VideoAnswersPage(
                "/learn/" + lesson.course() + "/" + lesson.slug(),
                lesson.title().in(locale),
                Long.toString(lines.stream().filter(line -> line.item().right()).count()),
                lines.size(),
                lines);
    }
}
