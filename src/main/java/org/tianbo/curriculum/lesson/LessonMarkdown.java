package org.tianbo.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Passage;

/**
 * A lesson's Markdown in its sections: what stands before the first heading is the hook, then steps with a drawing
 * each, a worked example, and the task.
 */
public final class LessonMarkdown {

    /**
     * @param line where it begins
     * @param title plain words; empty for the hook
     * @param drawings names of the drawings it shows
     * @param passages what it says, its title included
     */
    public record Section(
            String id,
            SectionKind part,
            int line,
            String title,
            String html,
            List<String> drawings,
            List<Passage> passages) {}

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private final Language language;
    private final MarkdownFile file;
    private final Map<String, Drawing> drawings;
    private final Faults faults;
    private final HtmlRenderer renderer;

    public LessonMarkdown(Language language, MarkdownFile file, Map<String, Drawing> drawings, Faults faults) {
        this.language = language;
        this.file = file;
        this.drawings = drawings;
        this.faults = faults;
        this.renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak(language.softBreak())
                .nodeRendererFactory(context -> new InlinedDrawings(context, drawings))
                .build();
    }

    /** @return in order, never empty; faults are noted */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Node next = PARSER.parse(file.markdown()).getFirstChild();
        Heading heading = null;
        Document collected = new Document();
        int steps = 0;
        while (next != null) {
            Node node = next;
            next = node.getNext();
            if (node instanceof Heading opening && opening.getLevel() <= 2) {
                sections.add(section(heading, collected, steps));
                heading = opening;
                collected = new Document();
                steps += part(heading) == SectionKind.STEP ? 1 : 0;
            } else {
                collected.appendChild(node);
            }
        }
        sections.add(section(heading, collected, steps));
        checkOrder(sections);
        return sections;
    }

    private Section section(Heading heading, Document content, int step) {
        SectionKind sectionKind = part(heading);
        int line = heading == null ? 1 : line(heading);
        MarkdownRules rules = new MarkdownRules(file.frontMatter().file(), line, drawings, faults);
        SpokenText spoken = new SpokenText(file.frontMatter().file(), line);
        if (heading != null) {
            heading.accept(rules);
            heading.accept(spoken);
        }
        content.accept(rules);
        content.accept(spoken);
        if (content.getFirstChild() == null) {
            fault(line, "这一节是空的", "this section is empty");
        }
        if (sectionKind == SectionKind.STEP && rules.usedDrawings().isEmpty()) {
            fault(line, "每一步要有一幅画", "every step has a drawing");
        }
        return new Section(
                sectionKind.id(step),
                sectionKind,
                line,
                title(heading),
                renderer.render(content),
                rules.usedDrawings(),
                spoken.passages());
    }

    private SectionKind part(Heading heading) {
        return heading == null ? SectionKind.HOOK : language.partUnder(title(heading));
    }

    private void checkOrder(List<Section> sections) {
        StringBuilder order = new StringBuilder();
        sections.forEach(section -> order.append(section.part().name().charAt(0)));
        if (!order.toString().matches("HSS+ET")) {
            Section last = sections.get(sections.size() - 1);
            fault(
                    last.line(),
                    "一节课要有：开头一段、至少两步、“举个例子”、最后“轮到你”",
                    "a lesson has an opening, at least two steps, \"For example\" and, last, \"Now you\"");
        }
    }

    private void fault(int line, String zh, String en) {
        faults.add(file.frontMatter().file(), line, zh, en);
    }

    private static String title(Heading heading) {
        return heading == null ? "" : PLAIN.render(heading).strip();
    }

    static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
    }
}
