package org.tianbo.curriculum.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/**
 * The documents that the build checked, inside the application; with their versions, for hashing them takes its time at
 * every start.
 *
 * @param at when they were packed, which orders the builds
 */
public record PackedContent(Instant at, List<Document> documents) {

    private static final String PLACE = "META-INF/content.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path classes) throws IOException {
        ObjectNode packed = JSON.createObjectNode().put("at", at.toString());
        ArrayNode all = packed.putArray("documents");
        for (Document document : documents) {
            all.addObject()
                    .put("kind", document.kind().name())
                    .put("slug", document.slug())
                    .put("version", document.version())
                    .set("body", document.body());
        }
        Path file = classes.resolve(PLACE);
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), packed);
    }

    /** What was packed; an application without it was not built by our build. */
    public static PackedContent read() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(PLACE)) {
            if (in == null) {
                throw new IllegalStateException("No content was packed into this application");
            }
            JsonNode packed = JSON.readTree(in);
            List<Document> documents = new ArrayList<>();
            for (JsonNode one : packed.get("documents")) {
                documents.add(new Document(
                        DocumentKind.valueOf(one.get("kind").textValue()),
                        one.get("slug").textValue(),
                        one.get("version").textValue(),
                        (ObjectNode) one.get("body")));
            }
            return new PackedContent(Instant.parse(packed.get("at").textValue()), documents);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
