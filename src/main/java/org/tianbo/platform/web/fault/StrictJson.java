package org.tianbo.platform.web.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tianbo.platform.data.Ids;

/**
 * How the API reads JSON: every value has the type it is described with. Jackson alone takes {@code 3.5} for 3, {@code
 * "1"} for 1, {@code 1} for "1", a number for a time, and the last of two members of one name; each of these hides a
 * mistake of the sender, which would later show up in the county's figures.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    /** The years a four-digit date of ours can mean; outside them PostgreSQL and calendars begin to disagree. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    /** Last of all: of two modules that read the same type, Jackson asks the one registered later. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        apply(mapper);
    }

    /** Makes any mapper as strict as the API's. */
    @SuppressWarnings("deprecation") // A mapper that exists already is configured, not built.
    public static ObjectMapper apply(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(UUID.class, new Text<>(UUID.class, StrictJson::id))
                .addDeserializer(Instant.class, new Text<>(Instant.class, StrictJson::instant))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictJson::date)));
    }

    /** Jackson also takes 24 letters of Base64, which nothing that reads an id later understands. */
    private static Optional<UUID> id(String text) {
        return Ids.parse(text);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> possible(time.getYear()))
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> possible(date.getYear()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean possible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** A value written as a JSON string and as nothing else: Jackson takes numbers for times, as seconds or as days. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, Optional<T>> parse;

        Text(Class<T> type, Function<String, Optional<T>> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            Optional<T> value = parse.apply(parser.getText());
            return value.isPresent()
                    ? value.get()
                    : (T) context.handleWeirdStringValue(handledType(), parser.getText(), "not written as one");
        }
    }
}
