package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.ContentChange;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.curriculum.county.CountyContent;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.published.ShippedContent;

/** All courses with the state of their lessons, for writers. */
@ApplicationScoped
class CourseList {

    private final ShippedContent shipped;
    private final CountyContent content;
    private final ContentChanges changes;
    private final DraftTable drafts;

    CourseList(ShippedContent shipped, CountyContent content, ContentChanges changes, DraftTable drafts) {
        this.shipped = shipped;
        this.content = content;
        this.changes = changes;
        this.drafts = drafts;
    }

    List<Course> all() {
        Known known = new Known();
        return Stream.concat(
                        shipped.courses().stream().map(course -> shipped(course, known)),
                        known.ownCourses().stream().map(course -> own(course, known)))
                .toList();
    }

    /** What was read for one list. */
    private final class Known {

        private final Map<String, DraftTable.Line> drafted = drafts.all().stream()
                .collect(Collectors.toMap(
                        DraftTable.Line::lesson, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        private final List<ContentChange> latest = changes.latest();
        private final Map<String, ContentChange> shown = latest.stream()
                .filter(change -> change.kind() == DocumentKind.LESSON && change.shown())
                .collect(Collectors.toMap(ContentChange::slug, Function.identity()));
        private final Map<String, Text> titles = content.current().documents().stream()
                .filter(document -> document.kind() == DocumentKind.LESSON)
                .collect(Collectors.toMap(
                        Document::slug, document -> shipped.view(document).title()));

        List<ContentChange> ownCourses() {
            return latest.stream()
                    .filter(change -> change.kind() == DocumentKind.COURSE && change.shown())
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList();
        }

        boolean drafted(String lesson) {
            return drafted.containsKey(lesson) && drafted.get(lesson).differs();
        }
    }

    private Course shipped(CourseView course, Known known) {
        return new Course(
                course.slug(),
                course.title(),
                course.summary(),
                false,
                course.lessons().stream().map(lesson -> shipped(lesson, known)).toList());
    }

    private static Lesson shipped(LessonSummary lesson, Known known) {
        Optional<ContentChange> change = Optional.ofNullable(known.shown.get(lesson.slug()));
        return new Lesson(
                lesson.slug(),
                Optional.of(known.titles.getOrDefault(lesson.slug(), lesson.title())),
                false,
                change.isPresent(),
                known.drafted(lesson.slug()),
                change.flatMap(ContentChange::shipped)
                        .filter(version -> !version.equals(lesson.version()))
                        .isPresent());
    }

    private static Course own(ContentChange course, Known known) {
        CourseText text = CourseText.of(course.files());
        List<Lesson> lessons = new ArrayList<>();
        for (DraftTable.Line line : known.drafted.values()) {
            if (line.course().equals(course.slug())) {
                Text written = line.title().isBlank() ? null : new Text(line.title(), "");
                lessons.add(new Lesson(
                        line.lesson(),
                        Optional.ofNullable(known.titles.getOrDefault(line.lesson(), written)),
                        true,
                        known.shown.containsKey(line.lesson()),
                        line.differs(),
                        false));
            }
        }
        return new Course(course.slug(), text.title(), text.summary(), true, lessons);
    }
}
