package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.CountyCourses.Asked;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.CourseChange;
import org.tianbo.curriculum.CountyCourses.Lesson;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.ContentChange;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.platform.error.Refused;

/** Courses of a county's own: what they are called and what they are for. Their lessons are written one by one. */
@ApplicationScoped
class OwnCourses {

    /** Numbered behind all that are shipped. */
    static final int FIRST_NUMBER = 50;

    private static final int MOST = 50;

    private final ContentChanges changes;
    private final ContentPublisher publisher;
    private final CourseList list;
    private final Schemas schemas = new Schemas();

    OwnCourses(ContentChanges changes, ContentPublisher publisher, CourseList list) {
        this.changes = changes;
        this.publisher = publisher;
        this.list = list;
    }

    Course course(String slug) {
        return list.all().stream()
                .filter(course -> course.own() && course.slug().equals(slug))
                .findFirst()
                .orElseThrow(DeskRefused::noCourse);
    }

    String open(String name, CourseText text, UUID by) {
        Refused faults = DeskRefused.wrong();
        String slug = TypedName.slug(name, faults);
        if (changes.last(DocumentKind.COURSE, slug).isPresent()) {
            faults.field("name", "curriculum.name-taken");
        }
        requireReadable(text, faults);
        openRead(slug, text, by);
        return slug;
    }

    /** @param text that the schema takes */
    void openRead(String slug, CourseText text, UUID by) {
        int own = (int) list.all().stream().filter(Course::own).count();
        if (own >= MOST) {
            throw DeskRefused.tooMany(MOST);
        }
        publish(1, slug, text, FIRST_NUMBER + own, LessonOrder.BY_NUMBER, by);
    }

    /** The same again changes nothing. */
    void rename(String slug, CourseText text, UUID by) {
        requireReadable(text, DeskRefused.wrong());
        ContentChange last = changes.last(DocumentKind.COURSE, slug).orElseThrow(DeskRefused::noCourse);
        if (!CourseText.of(last.files()).equals(text)) {
            publish(last.number() + 1, slug, text, number(slug), LessonOrder.of(last.files()), by);
        }
    }

    private int number(String slug) {
        return changes.lastShown(DocumentKind.COURSE, slug)
                .orElseThrow(DeskRefused::noCourse)
                .body()
                .path("number")
                .asInt(FIRST_NUMBER);
    }

    /** A lesson that stands there already stays. @param place from 1 */
    void move(String slug, String lesson, int place, UUID by) {
        // Before the order is read: whoever moves another lesson in between is not overruled.
        ContentChange last = changes.last(DocumentKind.COURSE, slug).orElseThrow(DeskRefused::noCourse);
        List<String> now = course(slug).lessons().stream().map(Lesson::slug).toList();
        if (!now.contains(Objects.requireNonNullElse(lesson, ""))) {
            throw DeskRefused.noLesson();
        }
        if (place < 1 || place > now.size()) {
            throw DeskRefused.wrong();
        }
        List<String> moved = new ArrayList<>(now);
        moved.remove(lesson);
        moved.add(place - 1, lesson);
        if (!moved.equals(now)) {
            CourseText text = CourseText.of(last.files());
            publish(last.number() + 1, slug, text, number(slug), new LessonOrder(moved), by);
        }
    }

    List<CourseChange> history(String slug, long before, int most) {
        return changes.before(DocumentKind.COURSE, slug, before, most).stream()
                .map(change -> {
                    CourseText text = CourseText.of(change.files());
                    return new CourseChange(
                            change.number(),
                            text.title(),
                            text.summary(),
                            LessonOrder.of(change.files()).slugs(),
                            change.by(),
                            change.at());
                })
                .toList();
    }

    private void requireReadable(CourseText text, Refused faults) {
        Text title = text.title();
        if (new CourseText(title, title).body(0, schemas).isEmpty()) {
            faults.field("title", "curriculum.text-invalid");
        }
        Text summary = text.summary();
        if (new CourseText(summary, summary).body(0, schemas).isEmpty()) {
            faults.field("summary", "curriculum.text-invalid");
        }
        faults.throwIfAny();
    }

    private void publish(long change, String slug, CourseText text, int number, LessonOrder order, UUID by) {
        Document course = Document.of(
                DocumentKind.COURSE, slug, order.in(text.body(number, schemas).orElseThrow()));
        publisher.publish(change, course, order.beside(text.files()), Optional.empty(), new Asked(by, ""));
    }
}
