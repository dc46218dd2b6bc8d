package org.tianbo.learning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Ids;

/** Reads UUIDs as phones write them: Jackson also takes 24 letters of Base64, which nothing that reads a record later understands. */
final class PlainUuid extends StdScalarDeserializer<UUID> {

    private static final long serialVersionUID = 1L;

    PlainUuid() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString("");
        Optional<UUID> id = Ids.parse(text);
        return id.isPresent() ? id.get() : (UUID) context.handleWeirdStringValue(UUID.class, text, "not a UUID");
    }
}
