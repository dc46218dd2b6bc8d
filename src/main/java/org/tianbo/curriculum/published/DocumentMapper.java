package org.tianbo.curriculum.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.document.Document;

/**
 * Turns a published body into its view. The mapper is our own: how the web writes JSON may change, what was published
 * years ago must stay readable, also when it holds more than we still look at.
 */
final class DocumentMapper {

    private static final Logger LOG = Logger.getLogger(DocumentMapper.class);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DocumentMapper() {}

    static <T> T read(Document document, Class<T> view) {
        ObjectNode body = document.body().deepCopy();
        body.put("slug", document.slug());
        body.put("version", document.version());
        try {
            return MAPPER.treeToValue(body, view);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Published " + document.name() + " cannot be read", unreadable);
        }
    }

    /** Empty for one that no longer fits the view: that a county wrote it must not take the rest away. */
    static <T> Optional<T> find(Document document, Class<T> view) {
        try {
            return Optional.of(read(document, view));
        } catch (IllegalStateException unreadable) {
            LOG.errorf(unreadable, "%s is not shown", document.name());
            return Optional.empty();
        }
    }

    /** A part of a published body. */
    static <T> T read(JsonNode part, Class<T> view) {
        try {
            return MAPPER.treeToValue(part, view);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Published content cannot be read as " + view.getSimpleName(), unreadable);
        }
    }

    static ObjectNode parse(String json) {
        try {
            return MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A published body is not JSON", unreadable);
        }
    }
}
