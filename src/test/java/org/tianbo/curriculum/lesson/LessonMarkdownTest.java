package org.tianbo.curriculum.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.curriculum.content.ContentOnDisk.LESSON;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.content.ContentOnDisk;
import org.tianbo.curriculum.document.DocumentKind;

class LessonMarkdownTest {

    private static final String ZH = "content/" + LESSON + "lesson.zh.md";
    private static final String EN = "content/" + LESSON + "lesson.en.md";

    @TempDir
    Path folder;

    private ContentOnDisk content;

    @BeforeEach
    void copy() {
        content = new ContentOnDisk(folder);
    }

    @Test
    void aDrawingStandsInThePageWithWordsForThoseWhoDoNotSeeIt() {
        assertThat(html("zh", 1))
                .contains("<svg class=\"drawing\" viewBox=\"0 0 320 180\" role=\"img\" aria-label=\"一个圆\">")
                .contains("<circle cx=\"160\" cy=\"90\" r=\"40\" fill=\"#fff\"></circle>")
                .contains("<strong>大家好</strong>");
    }

    @Test
    void whatLooksLikeHtmlIsEscaped() {
        assertThat(html("en", 2)).contains("1 &lt; 2");
    }

    @Test
    void aLineEndInChineseLeavesNoSpace() {
        content.with(LESSON + "lesson.zh.md", "开头一段。", "开头，\n一段。");
        assertThat(html("zh", 0)).isEqualTo("<p>开头，一段。</p>\n");
    }

    @Test
    void aScriptIsAFaultAtItsLine() {
        content.with(LESSON + "lesson.en.md", "Say **hello**.", "<script>alert(1)</script>");
        assertThat(content.faults()).containsExactly(EN + ":10: raw HTML is not allowed");
        assertThat(html("en", 1)).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void htmlInsideASentenceIsAFaultAtItsLine() {
        content.with(LESSON + "lesson.en.md", "Say **hello**.", "Say <b>hello</b>.");
        assertThat(content.faults()).containsExactly(EN + ":10: raw HTML is not allowed");
    }

    @Test
    void boldThatIsNotClosedIsAFaultAtItsLine() {
        content.with(LESSON + "lesson.zh.md", "说**大家好**。", "说**大家好。");
        assertThat(content.faults()).containsExactly(ZH + ":12: bold is not closed, or its ** touches punctuation");
    }

    @Test
    void boldThatChinesePunctuationKeepsFromClosingIsAFault() {
        content.with(LESSON + "lesson.zh.md", "说**大家好**。", "说**“大家好”**再说。");
        assertThat(content.faults()).containsExactly(ZH + ":12: bold is not closed, or its ** touches punctuation");
    }

    @Test
    void aLinkThatRunsSomethingIsAFaultAndComesOutEmpty() {
        content.with(LESSON + "lesson.en.md", "Say **hello**.", "Say [hello](javascript:alert(1)).");
        assertThat(content.faults()).containsExactly(EN + ":10: a link begins with https://");
        assertThat(html("en", 1)).doesNotContain("javascript");
    }

    @Test
    void aDrawingThatIsNotThereIsAFaultAtItsLine() {
        content.with(LESSON + "lesson.zh.md", "circle.svg", "square.svg");
        assertThat(content.faults()).contains(ZH + ":10: there is no drawing square.svg");
    }

    @Test
    void aDrawingWithoutWordsIsAFaultAtItsLine() {
        content.with(LESSON + "lesson.en.md", "![A circle]", "![]");
        assertThat(content.faults())
                .containsExactly(EN + ":8: say what the drawing shows, for those who cannot see it");
    }

    @Test
    void aStepWithoutADrawingIsAFaultAtItsHeading() {
        content.with(LESSON + "lesson.zh.md", "![一个圆](circle.svg)\n", "");
        assertThat(content.faults()).contains(ZH + ":9: every step has a drawing");
    }

    @Test
    void aLessonWithoutATaskIsAFault() {
        content.with(LESSON + "lesson.zh.md", "\n## 轮到你\n说一遍：“大家好”。\n", "");
        assertThat(content.faults()).anyMatch(fault -> fault.startsWith(ZH + ":19: a lesson has an opening"));
    }

    @Test
    void aTitleInTheTextIsAFault() {
        content.with(LESSON + "lesson.en.md", "Old Zhou did.", "# Old Zhou\nDid.");
        assertThat(content.faults()).contains(EN + ":18: the title stands in the front matter; headings here are ##");
    }

    @Test
    void aDrawingThatRunsSomethingIsAFaultAtItsLine() {
        drawn("<script>alert(1)</script>");
        assertThat(content.faults()).containsExactly("content/" + LESSON + "circle.svg:2: a drawing has no <script>");
    }

    @Test
    void aDrawingThatListensIsAFaultAtItsLine() {
        drawn("<circle r=\"4\" onload=\"alert(1)\"/>");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "circle.svg:2: a drawing has no onload=\"alert(1)\"");
    }

    @Test
    void lettersTooSmallToReadAreAFault() {
        drawn("<text x=\"1\" y=\"20\" font-size=\"9\">5</text>");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "circle.svg:2: letters in a drawing are at least 14");
    }

    @Test
    void aDrawingThatIsCutOffIsAFaultAtItsLine() {
        content.with(LESSON + "circle.svg", "</svg>", "");
        assertThat(content.faults())
                .containsExactly("content/" + LESSON + "circle.svg:4: the drawing is not well-formed");
    }

    private void drawn(String inside) {
        content.with(LESSON + "circle.svg", "<circle cx=\"160\" cy=\"90\" r=\"40\" fill=\"#fff\"/>", inside);
    }

    private String html(String language, int section) {
        return content.document(DocumentKind.LESSON, "hello")
                .body()
                .at("/sections/" + section + "/html/" + language)
                .textValue();
    }
}
