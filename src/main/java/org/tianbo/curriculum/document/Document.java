package org.tianbo.curriculum.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.tianbo.platform.data.Sha256;

/**
 * One thing that can be published, named by its kind, its slug and the hash of what it says.
 *
 * @param version first 16 hex digits of the SHA-256 over kind, slug and the body with its keys sorted: the same words
 *     give the same version wherever and whenever they are published
 */
public record Document(DocumentKind kind, String slug, String version, ObjectNode body) {

    /** With the version its words give it. */
    public static Document of(DocumentKind kind, String slug, ObjectNode body) {
        String named = kind + "\n" + slug + "\n" + sorted(body);
        return new Document(kind, slug, Sha256.shortHex(named), body);
    }

    /** For messages: {@code LESSON/first-sentence@0f3c…}. */
    public String name() {
        return kind + "/" + slug + "@" + version;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(sorted(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var byKey = new TreeMap<String, JsonNode>();
        node.properties().forEach(entry -> byKey.put(entry.getKey(), sorted(entry.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(byKey);
    }
}
