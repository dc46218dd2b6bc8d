package org.tianbo.learning;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One record as a phone sends it. All but the id is read leniently here, so that one bad record does not spoil the call. */
record SentRecord(@NotNull String id, String type, String at, JsonNode data) {

    /**
     * @param from the earliest and {@code until} the latest time a phone can mean seriously
     * @throws RecordRefused saying what is wrong with it
     */
    PhoneRecord checked(Instant from, Instant until) {
        UUID name = PlainUuid.parse(id).orElseThrow(() -> new RecordRefused("learning.id-refused"));
        RecordType known = RecordType.of(type);
        return new PhoneRecord(name, known, time(from, until), data, known.read(data));
    }

    private Instant time(Instant from, Instant until) {
        Instant time;
        try {
            time = OffsetDateTime.parse(at == null ? "" : at).toInstant();
        } catch (DateTimeException unreadable) {
            throw new RecordRefused("learning.time-unreadable");
        }
        if (time.isBefore(from) || time.isAfter(until)) {
            throw new RecordRefused("learning.time-out-of-range");
        }
        return time;
    }
}
