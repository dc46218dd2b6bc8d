package org.tianbo.curriculum.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.content.Content;
import org.tianbo.curriculum.content.ContentReader;
import org.tianbo.curriculum.content.LessonSources;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;
import org.tianbo.platform.security.SignedIn;

/** A lesson alone is judged as the build judges it among all others. */
class LessonChecksTest {

    private static final Path CONTENT = Path.of("content");
    private static final Content SHIPPED = ContentReader.read(CONTENT);
    private static final List<SourceDocument> REFERENCES = SHIPPED.documents().stream()
            .filter(document -> List.of(DocumentKind.GLOSSARY, DocumentKind.PATHS, DocumentKind.RULE)
                    .contains(document.kind()))
            .map(SourceDocument::published)
            .toList();

    private final LessonChecks checks = new LessonChecks(() -> REFERENCES, Clock.systemUTC());

    @Test
    void everyShippedLessonIsTheSameVersionAsTheBuildMakesOfIt() {
        for (Document lesson : SHIPPED.documents()) {
            if (lesson.kind() == DocumentKind.LESSON) {
                LessonChecks.Result result = checks.check(
                        lesson.body().get("course").textValue(),
                        lesson.body().get("number").intValue(),
                        lesson.slug(),
                        LessonSources.in(CONTENT, lesson.slug()).orElseThrow());

                assertThat(result.faults()).as(lesson.slug()).isEmpty();
                assertThat(result.lesson().orElseThrow().version()).isEqualTo(lesson.version());
            }
        }
    }

    @Test
    void theExampleThatANewLessonBeginsWithHasNoFault() {
        assertThat(check(ExampleLesson.files()).faults()).isEmpty();
    }

    @Test
    void aFaultIsNamedWithItsFileItsLineAndWords() {
        SortedMap<String, String> files = ExampleLesson.files();
        files.compute("lesson.zh.md", (name, text) -> text.replace("句子短一点", "做好**闭环"));
        files.compute("quiz.yaml", (name, text) -> text.replaceFirst("answers: \\[a\\]", "answers: [d]"));

        assertThat(words(check(files)))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("our-tea/lesson.zh.md:19: ")
                        .contains("闭环"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("our-tea/lesson.zh.md:19: ")
                        .contains("粗体"))
                .anySatisfy(fault -> assertThat(fault).startsWith("our-tea/quiz.yaml:10: "));
    }

    @Test
    void aRuleThatNobodyPublishedIsAFault() {
        SortedMap<String, String> files = ExampleLesson.files();
        files.compute("lesson.zh.md", (name, text) -> text.replace("minutes: 5", "minutes: 5\nrules: [no-such-rule]"));

        assertThat(words(check(files))).containsExactly("our-tea/lesson.zh.md:5: 内容里没有“no-such-rule”");
    }

    @Test
    void whatIsMissingOrStrangeIsNamed() {
        SortedMap<String, String> files = ExampleLesson.files();
        files.remove("lesson.en.md");
        files.put("notes.txt", "x");

        assertThat(words(check(files))).contains("our-tea/lesson.en.md:1: 缺少这个文件", "our-tea/notes.txt:1: 这里不该有这个文件");
    }

    @Test
    void whatIsNestedThousandsDeepIsAFaultAndNothingWorse() {
        SortedMap<String, String> quiz = ExampleLesson.files();
        quiz.put("quiz.yaml", "items: " + "[".repeat(20_000));
        SortedMap<String, String> text = ExampleLesson.files();
        text.compute("lesson.zh.md", (name, known) -> known + "\n" + ">".repeat(60_000) + "到底了\n");
        SortedMap<String, String> drawing = ExampleLesson.files();
        drawing.put("first.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 9'>" + "<g>".repeat(9_000));

        for (SortedMap<String, String> files : List.of(quiz, text, drawing)) {
            assertThat(check(files).faults()).isNotEmpty();
        }
    }

    @Test
    void anAnchorAtTheRootIsAFaultLikeAnyOther() {
        SortedMap<String, String> files = ExampleLesson.files();
        for (String file : List.of("quiz.yaml", "film.yaml")) {
            SortedMap<String, String> anchored = new TreeMap<>(files);
            anchored.put(file, "&a {title: x}");
            assertThat(words(check(anchored))).anyMatch(fault -> fault.startsWith("our-tea/" + file + ":1: 这里不用 YAML"));
        }
        files.compute("lesson.zh.md", (name, text) -> text.replaceFirst("---\n", "---\n&a\n"));
        assertThat(words(check(files))).anyMatch(fault -> fault.startsWith("our-tea/lesson.zh.md:"));
    }

    @Test
    void charactersThatPartPagesAreFaultsHoweverTheyAreWritten() {
        SortedMap<String, String> files = ExampleLesson.files();
        files.compute("lesson.zh.md", (name, text) -> text.replace("再写一步", "再\u001e写一步"));
        files.compute("quiz.yaml", (name, text) -> text.replaceFirst("第 1 道题", "第\\\\x1e 1 道题"));
        files.compute(
                "lesson.en.md",
                (name, text) -> text.replace("One more step", SignedIn.PLACEHOLDERS.get(0) + " more step"));

        assertThat(words(check(files)))
                .contains("our-tea/lesson.zh.md:19: 有不能用的字符", "our-tea/quiz.yaml:5: 有不能用的字符")
                .anyMatch(fault -> fault.startsWith("our-tea/lesson.en.md:"));
    }

    @Test
    void aQuizIsNoEasierThanTheOneInWhosePlaceItIsAsked() {
        LessonChecks.Result result = check(ExampleLesson.files());

        assertThat(result.notEasierThan(new Quiz(3, 4, List.of()), "our-tea").faults())
                .isEmpty();
        assertThat(result.notEasierThan(new Quiz(4, 4, List.of()), "our-tea").faults())
                .hasSize(1);
        assertThat(result.notEasierThan(new Quiz(3, 5, List.of()), "our-tea").faults())
                .hasSize(1);
    }

    @Test
    void aDrawingThatRunsSomethingIsNeverPutIntoThePage() {
        SortedMap<String, String> files = ExampleLesson.files();
        files.compute(
                "first.svg", (name, svg) -> svg.replace("</svg>", "<script>alert(1)</script><g onclick='x()'/></svg>"));

        LessonChecks.Result result = check(files);

        assertThat(words(result)).contains("our-tea/first.svg:4: 图画里不能用 <script>");
        assertThat(result.lesson().orElseThrow().body().toString()).doesNotContain("script", "onclick", "alert");
    }

    private LessonChecks.Result check(SortedMap<String, String> files) {
        return checks.check("our-tea", 1, "our-tea", new TreeMap<>(files));
    }

    private static List<String> words(LessonChecks.Result result) {
        return result.faults().stream()
                .map((ContentFault fault) -> fault.in(Locale.CHINA))
                .toList();
    }
}
