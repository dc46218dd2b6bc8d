package org.tianbo.curriculum.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Checklist;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rule;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.curriculum.content.ContentReader;
import org.tianbo.curriculum.county.OwnContent;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/** What is published is what the views show: read from the content we ship. */
class ContentSnapshotTest {

    /** Read once: it is hundreds of files, and nobody changes it. */
    private static final List<Document> DOCUMENTS =
            ContentReader.read(Path.of("content")).documents();

    private static final ContentSnapshot SNAPSHOT = new ContentSnapshot("edition", DOCUMENTS);

    @Test
    void coursesListTheirLessonsInOrder() {
        CourseView course = SNAPSHOT.courses().stream()
                .filter(c -> c.slug().equals("speaking-to-camera"))
                .findFirst()
                .orElseThrow();

        assertThat(course.number()).isEqualTo(4);
        assertThat(course.lessons()).extracting(LessonSummary::number).isSorted();
        assertThat(course.lessons()).extracting(LessonSummary::slug).startsWith("first-sentence");
        assertThat(course.minutes()).isPositive();
    }

    @Test
    void aLessonCarriesBothLanguagesItsQuizAndItsSize() {
        LessonView lesson = SNAPSHOT.find(DocumentKind.LESSON, "first-sentence", LessonView.class)
                .orElseThrow();

        assertThat(lesson.version()).matches("[0-9a-f]{16}");
        assertThat(lesson.course()).isEqualTo("speaking-to-camera");
        assertThat(lesson.html(Locale.SIMPLIFIED_CHINESE)).contains("<h2>轮到你</h2>", "<svg class=\"drawing\"");
        assertThat(lesson.html(Locale.UK)).contains("<h2>Now you</h2>", "<svg class=\"drawing\"");
        assertThat(lesson.bytes().zh()).isBetween(1_000L, 40_000L);
        assertThat(lesson.quiz().items()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(lesson.sections().get(0).part()).isEqualTo(LessonView.Part.HOOK);
    }

    @Test
    void theDefaultRubricHasItsNineWeights() {
        Rubric rubric =
                SNAPSHOT.find(DocumentKind.RUBRIC, "default", Rubric.class).orElseThrow();

        assertThat(rubric.criteria())
                .extracting(Rubric.Criterion::weight)
                .containsExactly(10, 20, 15, 10, 10, 10, 10, 5, 10);
        assertThat(rubric.criteria()).allMatch(criterion -> criterion.levels().size() == 1 + Rubric.BEST);
        assertThat(rubric.veto().id()).isEqualTo("compliance");
    }

    @Test
    void theProductLoopFillsFiveMinutesWithoutAGap() {
        RunOfShow show = SNAPSHOT.find(DocumentKind.RUN_OF_SHOW, "product-loop", RunOfShow.class)
                .orElseThrow();

        assertThat(show.timeline().get(0).from()).isZero();
        assertThat(show.timeline().get(show.steps().size() - 1).to()).isEqualTo(300);
        assertThat(show.timeline().get(1).from())
                .isEqualTo(show.timeline().get(0).to());
    }

    @Test
    void aRuleHoldsFromItsFirstDayOn() {
        Rule rule = SNAPSHOT.find(DocumentKind.RULE, "honest-price", Rule.class).orElseThrow();

        assertThat(rule.inForceOn(LocalDate.of(2026, 1, 31))).isFalse();
        assertThat(rule.inForceOn(LocalDate.of(2026, 2, 1))).isTrue();
    }

    @Test
    void aGateSaysWhatToShowAndWhoChecks() {
        Rule rule = SNAPSHOT.find(DocumentKind.RULE, "own-produce-exempt", Rule.class)
                .orElseThrow();
        Gate gate = Gate.of(rule);

        assertThat(gate.evidence()).isEqualTo(Rule.Evidence.VISIT);
        assertThat(gate.checkedBy()).isEqualTo("coordinator");
        assertThat(gate.version()).isEqualTo(rule.version());
    }

    @Test
    void whatThePhoneMeasuresIsMarked() {
        Checklist checklist = SNAPSHOT.find(DocumentKind.CHECKLIST, "before-practice", Checklist.class)
                .orElseThrow();

        assertThat(checklist.items()).anyMatch(item -> item.measure().isPresent());
        assertThat(checklist.items()).anyMatch(item -> item.measure().isEmpty());
    }

    @Test
    void aPublishedBodyReadsBackToTheSameVersion() {
        for (Document document : ContentReader.read(Path.of("content")).documents()) {
            Document stored = Document.of(
                    document.kind(),
                    document.slug(),
                    DocumentMapper.parse(document.body().toString()));
            assertThat(stored.version()).isEqualTo(document.version());
        }
    }

    @Test
    void whatACountyTeachesStandsInThePlaceOfWhatIsShippedAndBehindIt() {
        LessonView shipped = SNAPSHOT.find(DocumentKind.LESSON, "first-sentence", LessonView.class)
                .orElseThrow();
        ObjectNode changed = body(DocumentKind.LESSON, "first-sentence");
        changed.put("minutes", 9);
        ObjectNode lesson = changed.deepCopy();
        lesson.put("course", "our-tea").put("number", 1);
        ObjectNode course = body(DocumentKind.COURSE, "speaking-to-camera");
        course.put("number", 50).putArray("lessons").add("our-picking");

        ContentSnapshot own = SNAPSHOT.with(new OwnContent(
                "own",
                List.of(
                        Document.of(DocumentKind.LESSON, "first-sentence", changed),
                        Document.of(DocumentKind.LESSON, "our-picking", lesson),
                        Document.of(DocumentKind.COURSE, "our-tea", course)),
                true,
                0));

        assertThat(own.edition()).isNotEqualTo(SNAPSHOT.edition());
        assertThat(own.find(DocumentKind.LESSON, "first-sentence", LessonView.class))
                .get()
                .satisfies(view -> assertThat(view.minutes()).isEqualTo(9))
                .satisfies(view -> assertThat(view.version()).isNotEqualTo(shipped.version()));
        assertThat(own.courses()).hasSize(SNAPSHOT.courses().size() + 1);
        assertThat(own.courses().get(own.courses().size() - 1).lessons())
                .extracting(LessonSummary::slug)
                .containsExactly("our-picking");
        assertThat(SNAPSHOT.find(DocumentKind.LESSON, "first-sentence", LessonView.class))
                .contains(shipped);
    }

    private static ObjectNode body(DocumentKind kind, String slug) {
        return DOCUMENTS.stream()
                .filter(document -> document.kind() == kind && document.slug().equals(slug))
                .findFirst()
                .orElseThrow()
                .body()
                .deepCopy();
    }
}
