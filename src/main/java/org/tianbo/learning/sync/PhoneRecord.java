package org.tianbo.learning.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A record in good order.
 *
 * @param at to the microsecond, which is all that PostgreSQL keeps: it is the same in every table
 * @param data as sent
 * @param content what that means
 */
public record PhoneRecord(UUID id, RecordType type, Instant at, JsonNode data, RecordData content) {

    public PhoneRecord {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What a record brings; many of one call may share it. */
    record Body(JsonNode data, RecordData content) {

        static Body read(RecordType type, JsonNode data) {
            return new Body(data, type.read(data));
        }
    }
}
