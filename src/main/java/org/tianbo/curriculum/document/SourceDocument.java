package org.tianbo.curriculum.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A document and where its author wrote it.
 *
 * @param base JSON pointer of the document within its file
 * @param body what is published
 * @param passages what a lesson says in Chinese, for the checks of plain language; other documents have none
 */
public record SourceDocument(
        DocumentKind kind, String slug, SourceYaml yaml, String base, ObjectNode body, List<Passage> passages) {

    public SourceDocument(DocumentKind kind, String slug, SourceYaml yaml, String base, ObjectNode body) {
        this(kind, slug, yaml, base, body, List.of());
    }

    /** One that was published earlier, to check others against. */
    public static SourceDocument published(Document document) {
        return new SourceDocument(
                document.kind(), document.slug(), SourceYaml.published(document), "", document.body());
    }

    public Document document() {
        return Document.of(kind, slug, body);
    }

    public int line(String pointer) {
        return yaml.line(base + pointer);
    }
}
