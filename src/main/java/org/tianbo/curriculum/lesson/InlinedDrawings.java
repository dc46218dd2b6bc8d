package org.tianbo.curriculum.lesson;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Puts a drawing where Markdown has an image: inside the page it needs no second request and scales with it. */
final class InlinedDrawings implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final Map<String, Drawing> drawings;

    InlinedDrawings(HtmlNodeRendererContext context, Map<String, Drawing> drawings) {
        this.context = context;
        this.drawings = drawings;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
        Image image = (Image) node;
        Drawing drawing = drawings.get(image.getDestination());
        if (drawing != null) {
            context.getWriter().raw(drawing.html(alt(image)));
        }
    }

    static String alt(Image image) {
        StringBuilder text = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
