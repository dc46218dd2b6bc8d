package org.tianbo.learning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads UUIDs as phones write them, 36 characters and nothing else: Java also takes {@code 1-1-1-1-1}, and Jackson 24 letters
 * of Base64, which nothing that reads a record later understands.
 */
final class PlainUuid extends StdScalarDeserializer<UUID> {

    private static final long serialVersionUID = 1L;

    PlainUuid() {
        super(UUID.class);
    }

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString("");
        Optional<UUID> id = parse(text);
        return id.isPresent() ? id.get() : (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
    }
}
