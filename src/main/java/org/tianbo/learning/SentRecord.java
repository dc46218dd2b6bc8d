package org.tianbo.learning;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** One record as a phone sends it. All but the id is read leniently here, so that one bad record does not spoil the call. */
record SentRecord(@NotNull String id, String type, String at, JsonNode data) {

    /** {@link UUID#fromString} also takes {@code 1-1-1-1-1}. */
    private static final Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /**
     * @param from the earliest and {@code until} the latest time a phone can mean seriously
     * @throws RecordRefused saying what is wrong with it
     */
    PhoneRecord checked(Instant from, Instant until) {
        if (!UUID_TEXT.matcher(id).matches()) {
            throw new RecordRefused("learning.id-refused");
        }
        RecordType known = RecordType.of(type);
        return new PhoneRecord(UUID.fromString(id), known, time(from, until), data, known.read(data));
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
