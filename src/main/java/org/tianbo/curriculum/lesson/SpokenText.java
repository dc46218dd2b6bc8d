package org.tianbo.curriculum.lesson;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.tianbo.curriculum.document.Passage;

/** The words of Markdown, block by block. The description of a drawing is not part of it. */
final class SpokenText extends AbstractVisitor {

    private final String file;
    private final int sectionLine;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /** @param sectionLine for what carries no line of its own */
    SpokenText(String file, int sectionLine) {
        this.file = file;
        this.sectionLine = sectionLine;
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    @Override
    public void visit(Text part) {
        text.append(part.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(Image image) {
        // Its text is an alternative for those who do not see it.
    }

    private void block(Node block) {
        text.setLength(0);
        visitChildren(block);
        if (!text.toString().isBlank()) {
            int line = block.getSourceSpans().isEmpty() ? sectionLine : LessonMarkdown.line(block);
            passages.add(new Passage(file, line, text.toString(), Passage.Role.LESSON));
        }
    }
}
