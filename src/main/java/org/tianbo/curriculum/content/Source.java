package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document and where its author wrote it.
 *
 * @param base JSON pointer of the document within its file
 * @param body what is published
 */
record Source(Kind kind, String slug, SourceYaml yaml, String base, ObjectNode body) {

    Document document() {
        return new Document(kind, slug, body);
    }

    int line(String pointer) {
        return yaml.line(base + pointer);
    }
}
