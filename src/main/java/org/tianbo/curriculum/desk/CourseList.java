package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.ContentChange;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.curriculum.county.CountyContent;
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
        List<Course> all = Stream.concat(
                        shipped.courses().stream().map(course -> shipped(course, known)),
                        known.ownCourses().stream().map(course -> own(course, known)))
                .toList();
        Set<String> listed = all.stream().map(Course::slug).collect(Collectors.toSet());
        Stream<Course> removed = known.drafted.values().stream()
                .map(DraftTable.Line::course)
                .filter(course -> !listed.contains(course))
                .distinct()
                .map(course -> removed(course, known));
        return Stream.concat(all.stream(), removed).toList();
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
                .flatMap(document -> shipped.view(document).stream())
                .collect(Collectors.toMap(LessonView::slug, LessonView::title));

        List<ContentChange> ownCourses() {
            return latest.stream()
                    .filter(change -> change.kind() == DocumentKind.COURSE && change.shown())
                    .sorted((one, other) -> one.at().compareTo(other.at()))
                    .toList();
        }

        boolean isDrafted(String lesson) {
            return drafted.containsKey(lesson) && drafted.get(lesson).differs();
        }

        Stream<DraftTable.Line> drafted(String course) {
            return drafted.values().stream().filter(line -> line.course().equals(course));
        }
    }

    /** Behind its lessons come those that are shipped no more and that the county wrote on. */
    private static Course shipped(CourseView course, Known known) {
        Set<String> taught = course.lessons().stream().map(LessonSummary::slug).collect(Collectors.toSet());
        Stream<Lesson> gone = known.drafted(course.slug())
                .filter(line -> !taught.contains(line.lesson()))
                .map(line -> written(line, known, false));
        return new Course(
                course.slug(),
                course.title(),
                course.summary(),
                false,
                false,
                Stream.concat(course.lessons().stream().map(lesson -> shipped(lesson, known)), gone)
                        .toList());
    }

    private static Lesson shipped(LessonSummary lesson, Known known) {
        return new Lesson(
                lesson.slug(),
                Optional.of(known.titles.getOrDefault(lesson.slug(), lesson.title())),
                false,
                known.shown.containsKey(lesson.slug()),
                known.isDrafted(lesson.slug()),
                Optional.ofNullable(known.drafted.get(lesson.slug()))
                        .flatMap(DraftTable.Line::basedOn)
                        .filter(version -> !version.equals(lesson.version()))
                        .isPresent(),
                false);
    }

    private static Lesson written(DraftTable.Line line, Known known, boolean own) {
        Text written = line.title().isBlank() ? null : new Text(line.title(), "");
        return new Lesson(
                line.lesson(),
                Optional.ofNullable(known.titles.getOrDefault(line.lesson(), written)),
                own,
                own && known.shown.containsKey(line.lesson()),
                line.differs(),
                false,
                !own);
    }

    private static Course own(ContentChange course, Known known) {
        CourseText text = CourseText.of(course.files());
        List<Lesson> lessons = known.drafted(course.slug())
                .map(line -> written(line, known, true))
                .toList();
        lessons = LessonOrder.of(course.files()).sorted(lessons, Lesson::slug);
        return new Course(course.slug(), text.title(), text.summary(), true, false, lessons);
    }

    /** What the county wrote on a course that is shipped no more, under the title it had. */
    private Course removed(String course, Known known) {
        return new Course(
                course,
                shipped.formerTitle(course).orElseGet(() -> new Text(course, course)),
                new Text("", ""),
                false,
                true,
                known.drafted(course).map(line -> written(line, known, false)).toList());
    }
}
