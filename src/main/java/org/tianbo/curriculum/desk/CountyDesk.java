package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.ContentChange;
import org.tianbo.curriculum.county.ContentChanges;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.published.ShippedContent;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/** Writes, publishes and takes back what a county teaches of its own. */
@ApplicationScoped
class CountyDesk implements CountyCourses {

    /** In one of the county's own courses. */
    static final int MOST_LESSONS = 60;

    private static final Logger LOG = Logger.getLogger(CountyDesk.class);

    private final ShippedContent shipped;
    private final ContentChanges changes;
    private final ContentPublisher publisher;
    private final DraftTable drafts;
    private final CourseList list;
    private final OwnCourses own;
    private final LessonChecks checks;
    private final CurrentCounty county;
    private final Clock clock;

    CountyDesk(
            ShippedContent shipped,
            ContentChanges changes,
            ContentPublisher publisher,
            DraftTable drafts,
            CourseList list,
            OwnCourses own,
            LessonChecks checks,
            CurrentCounty county,
            Clock clock) {
        this.shipped = shipped;
        this.changes = changes;
        this.publisher = publisher;
        this.drafts = drafts;
        this.list = list;
        this.own = own;
        this.checks = checks;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public List<Course> courses() {
        return list.all();
    }

    @Override
    public Course course(String slug) {
        return own.course(slug);
    }

    @Override
    @Transactional
    public String open(String name, Text title, Text summary, UUID by) {
        return own.open(name, new CourseText(title, summary), by);
    }

    @Override
    @Transactional
    public void rename(String course, Text title, Text summary, UUID by) {
        own.rename(course(course).slug(), new CourseText(title, summary), by);
    }

    @Override
    @Transactional
    public void move(String course, String lesson, int place, UUID by) {
        own.move(course(course).slug(), lesson, place, by);
    }

    @Override
    public List<CourseChange> courseHistory(String course, long before, int most) {
        return own.history(course(course).slug(), before, most);
    }

    @Override
    @Transactional
    public String add(String course, String name, UUID by) {
        List<Lesson> lessons = course(course).lessons();
        Refused faults = DeskRefused.wrong();
        String slug = TypedName.slug(name, faults);
        if (drafts.find(slug).isPresent()) {
            faults.field("name", "curriculum.name-taken");
        }
        faults.throwIfAny();
        if (lessons.size() >= MOST_LESSONS) {
            throw DeskRefused.tooMany(MOST_LESSONS);
        }
        Draft first = Draft.fresh(slug, course, drafts.nextNumber(course), ExampleLesson.files(), Optional.empty());
        drafts.save(first, by, clock.instant()).orElseThrow(DeskRefused::savedMeanwhile);
        return slug;
    }

    @Override
    public Draft draft(String lesson) {
        return drafts.find(lesson).or(() -> untouched(lesson)).orElseThrow(DeskRefused::noLesson);
    }

    /** A shipped lesson as trainees see it, before anybody writes on it. */
    private Optional<Draft> untouched(String lesson) {
        return shipped.lesson(lesson).flatMap(known -> shipped.files(lesson)
                .map(files ->
                        Draft.fresh(lesson, known.course(), known.number(), files, Optional.of(known.version()))));
    }

    @Override
    public boolean isOutdated(Draft draft) {
        return shipped.lesson(draft.lesson())
                .map(LessonView::version)
                .filter(version ->
                        draft.basedOn().isPresent() && !draft.basedOn().get().equals(version))
                .isPresent();
    }

    @Override
    public boolean isRemoved(String lesson) {
        return !TypedName.isSlug(lesson) && shipped.lesson(lesson).isEmpty();
    }

    @Override
    public void compared(String lesson) {
        shipped.lesson(draft(lesson).lesson()).ifPresent(known -> drafts.compared(lesson, known.version()));
    }

    @Override
    public Checked check(String lesson, SortedMap<String, String> files) {
        LessonChecks.Result result = checked(draft(lesson), DraftFiles.accepted(files));
        Optional<LessonView> view = result.lesson().flatMap(shipped::view);
        return new Checked(
                view,
                result.faults().stream().map(fault -> finding(lesson, fault)).toList(),
                shipped.lesson(lesson)
                        .filter(known -> known.film().isPresent())
                        .flatMap(known -> view.filter(written -> !written.isFilmedLike(known)))
                        .isPresent());
    }

    /** The build's checks, and that a quiz is no easier than the one in whose place it is asked. */
    LessonChecks.Result checked(Draft place, SortedMap<String, String> files) {
        LessonChecks.Result result = checks.check(place.course(), place.number(), place.lesson(), files);
        return shipped.lesson(place.lesson())
                .map(LessonView::quiz)
                .map(quiz -> result.notEasierThan(quiz, place.lesson()))
                .orElse(result);
    }

    private static Finding finding(String lesson, ContentFault fault) {
        String file = fault.file().startsWith(lesson + "/") ? fault.file().substring(lesson.length() + 1) : "";
        return new Finding(file, fault.line(), new Text(fault.zh(), fault.en()));
    }

    @Override
    @Transactional
    public long save(String lesson, SortedMap<String, String> files, long revision, UUID by) {
        Draft known = draft(lesson);
        SortedMap<String, String> accepted = DraftFiles.accepted(files);
        if (known.files().equals(accepted)) {
            return known.revision();
        }
        if (known.revision() != revision) {
            throw DeskRefused.savedMeanwhile();
        }
        return drafts.save(known.with(accepted), by, clock.instant()).orElseThrow(DeskRefused::savedMeanwhile);
    }

    @Override
    public Optional<SortedMap<String, String>> withoutDraft(String lesson) {
        return kept(lesson).map(ContentChange::files).or(() -> shipped.files(lesson));
    }

    /** Of what is shipped that is what trainees see; the rest has nothing else to go back to. */
    private Optional<ContentChange> kept(String lesson) {
        int most = shipped.lesson(lesson).isPresent() ? 1 : 2;
        return changes.before(DocumentKind.LESSON, lesson, Long.MAX_VALUE, most).stream()
                .filter(ContentChange::shown)
                .findFirst();
    }

    @Override
    @Transactional
    public void discard(String lesson, long revision, UUID by) {
        Optional<Draft> saved = drafts.find(lesson);
        if (saved.isEmpty()) {
            return;
        }
        if (saved.get().revision() != revision) {
            throw DeskRefused.draftSavedMeanwhile();
        }
        kept(lesson)
                .ifPresentOrElse(
                        change -> {
                            save(lesson, change.files(), revision, by);
                            change.shipped().ifPresent(version -> drafts.compared(lesson, version));
                        },
                        () -> drafts.delete(lesson, revision).orElseThrow(DeskRefused::draftSavedMeanwhile));
        LOG.infof("The draft of %s of %s is thrown away by %s", lesson, county.id(), by);
    }

    /** The same again, as when a form is sent twice, changes nothing. */
    @Override
    @Transactional
    public void publish(String lesson, long revision, Asked asked) {
        Draft draft = draft(lesson);
        if (draft.revision() != revision) {
            throw DeskRefused.savedMeanwhile();
        }
        if (isRemoved(lesson)) {
            throw DeskRefused.removed();
        }
        String reason = reason(asked);
        LessonChecks.Result result = checked(draft, draft.files());
        if (!result.faults().isEmpty()) {
            throw DeskRefused.faulty(result.faults().size());
        }
        Document document = result.lesson().orElseThrow(() -> DeskRefused.faulty(1));
        Optional<ContentChange> last = changes.last(DocumentKind.LESSON, lesson);
        Optional<String> shown = last.flatMap(ContentChange::version);
        Optional<String> original = shipped.lesson(lesson).map(LessonView::version);
        if (shown.filter(document.version()::equals).isPresent()) {
            return;
        }
        if (shown.isEmpty() && original.filter(document.version()::equals).isPresent()) {
            throw DeskRefused.nothingChanged();
        }
        long number = 1 + last.map(ContentChange::number).orElse(0L);
        publisher.publish(number, document, draft.files(), draft.basedOn(), new Asked(asked.by(), reason));
    }

    /** What is not shown stays so. */
    @Override
    @Transactional
    public void takeBack(String lesson, Asked asked) {
        draft(lesson);
        String reason = reason(asked);
        Optional<ContentChange> shown =
                changes.last(DocumentKind.LESSON, lesson).filter(ContentChange::shown);
        shown.ifPresent(last -> {
            ContentChange back = new ContentChange(
                    DocumentKind.LESSON,
                    lesson,
                    last.number() + 1,
                    Optional.empty(),
                    new TreeMap<>(),
                    last.shipped(),
                    reason,
                    asked.by(),
                    clock.instant());
            if (!changes.append(back, Optional.empty())) {
                throw DeskRefused.savedMeanwhile();
            }
            LOG.infof("%s of %s is taken back by %s", lesson, county.id(), asked.by());
        });
    }

    private static String reason(Asked asked) {
        Refused faults = DeskRefused.wrong();
        String reason = TypedName.reason(asked, faults);
        faults.throwIfAny();
        return reason;
    }

    @Override
    public SortedMap<String, String> shipped(String lesson) {
        return shipped.files(lesson).orElseGet(TreeMap::new);
    }

    @Override
    public List<Change> history(String lesson, long before, int most) {
        return changes.before(DocumentKind.LESSON, lesson, before, most).stream()
                .map(change -> new Change(
                        change.number(), change.version(), change.files(), change.reason(), change.by(), change.at()))
                .toList();
    }
}
