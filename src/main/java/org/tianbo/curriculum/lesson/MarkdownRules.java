package org.tianbo.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.tianbo.curriculum.document.Faults;

/**
 * What Markdown in a lesson may not hold. No Markdown is invalid, but some renders wrongly: bold text that Chinese
 * punctuation kept from closing is printed with two asterisks. Here that is a fault.
 */
final class MarkdownRules extends AbstractVisitor {

    private final String file;
    private final int sectionLine;
    private final Map<String, Drawing> drawings;
    private final Faults faults;
    private final List<String> used = new ArrayList<>();

    /** @param sectionLine for what carries no line of its own */
    MarkdownRules(String file, int sectionLine, Map<String, Drawing> drawings, Faults faults) {
        this.file = file;
        this.sectionLine = sectionLine;
        this.drawings = drawings;
        this.faults = faults;
    }

    List<String> usedDrawings() {
        return List.copyOf(used);
    }

    @Override
    public void visit(HtmlBlock html) {
        fault(html, "课文里不能写 HTML", "raw HTML is not allowed");
    }

    @Override
    public void visit(HtmlInline html) {
        fault(html, "课文里不能写 HTML", "raw HTML is not allowed");
    }

    @Override
    public void visit(Image image) {
        String name = image.getDestination();
        used.add(name);
        if (!drawings.containsKey(name)) {
            fault(image, "找不到图画 " + name, "there is no drawing " + name);
        }
        if (InlinedDrawings.alt(image).isBlank()) {
            fault(image, "给图画写一句说明，看不见的人靠它", "say what the drawing shows, for those who cannot see it");
        }
    }

    @Override
    public void visit(Link link) {
        if (!link.getDestination().startsWith("https://")) {
            fault(link, "链接要以 https:// 开头", "a link begins with https://");
        }
        visitChildren(link);
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 1) {
            fault(heading, "标题写在文件开头，正文里用 ##", "the title stands in the front matter; headings here are ##");
        }
        visitChildren(heading);
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        if (literal.contains("**") || literal.contains("__")) {
            fault(text, "粗体没有配对的 **，或者 ** 紧挨着标点", "bold is not closed, or its ** touches punctuation");
        } else if (literal.contains("](") || literal.contains("![")) {
            fault(text, "链接或图画写得不完整", "a link or a drawing is written incompletely");
        }
    }

    private void fault(Node node, String zh, String en) {
        int line = node.getSourceSpans().isEmpty() ? sectionLine : LessonMarkdown.line(node);
        faults.add(file, line, zh, en);
    }
}
