package org.tianbo.practice.attempt;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a mark was set. In JSON {@code {"take": 1, "ms": 4000}}, or, from phones that know the clock's time only, RFC
 * 3339.
 */
@JsonDeserialize(using = MarkerTime.Reader.class)
@Schema(
        description = "{take, ms}: milliseconds of recorded time of that take, where the finish says clock: monotonic;"
                + " else a time of the phone's clock",
        implementation = Object.class,
        example = "{\"take\": 1, \"ms\": 4000}")
public sealed interface MarkerTime {

    /** By the phone's clock, which may be set to another time while it records. */
    record WallClock(@JsonValue Instant instant) implements MarkerTime {}

    /** So many milliseconds of that take were recorded: no change of the phone's clock touches it. */
    record Recorded(int take, long ms) implements MarkerTime {}

    /** Strict: a number is no time, and a text is no number. */
    class Reader extends JsonDeserializer<MarkerTime> {

        @Override
        public MarkerTime deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return wallClock(json.getText(), context);
            }
            JsonNode value = context.readTree(json);
            JsonNode take = value.path("take");
            JsonNode ms = value.path("ms");
            if (!value.isObject()
                    || value.size() != 2
                    || !take.isInt()
                    || take.intValue() < 0
                    || !ms.isIntegralNumber()
                    || !ms.canConvertToLong()
                    || ms.longValue() < 0
                    || ms.longValue() > PhoneTimes.LONGEST_TAKE.toMillis()) {
                return (MarkerTime)
                        context.handleWeirdNativeValue(context.constructType(MarkerTime.class), value, json);
            }
            return new Recorded(take.intValue(), ms.longValue());
        }

        private static MarkerTime wallClock(String text, DeserializationContext context) throws IOException {
            try {
                Instant value = Instant.parse(text);
                if (PhoneTimes.isPossible(value)) {
                    return new WallClock(value);
                }
            } catch (DateTimeException noTime) {
                // Refused below, as a time that cannot be is.
            }
            return (MarkerTime) context.handleWeirdStringValue(MarkerTime.class, text, "no time that can be");
        }
    }
}
