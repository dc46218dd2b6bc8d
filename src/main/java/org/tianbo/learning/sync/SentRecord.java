package org.tianbo.learning.sync;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BiFunction;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.TimeBounds;

/**
 * One record as a phone sends it. All but the id is read leniently here, so that one bad record does not spoil the
 * call.
 *
 * @param helping the help with which it was made, as the phone says; {@code none}, or null where the phone does not say
 */
public record SentRecord(@NotNull String id, String type, String at, JsonNode data, String helping) {

    /** As phones write it: {@code 2026-06-18T12:14:05.123Z}. */
    private static final int TO_THE_MILLISECOND = 24;

    /**
     * @param bounds outside which no phone can mean a time seriously
     * @param read {@link PhoneRecord.Body#read}, or what remembers its results
     * @throws RecordRefused saying what is wrong with it
     */
    PhoneRecord checked(TimeBounds bounds, BiFunction<RecordType, JsonNode, PhoneRecord.Body> read) {
        UUID name = Ids.parse(id).orElseThrow(() -> new RecordRefused("learning.id-refused"));
        RecordType known = RecordType.of(type);
        Instant time = time(bounds);
        PhoneRecord.Body body = read.apply(known, data);
        return new PhoneRecord(name, known, time, body.data(), body.content());
    }

    private Instant time(TimeBounds bounds) {
        Instant time;
        try {
            time = written(at == null ? "" : at);
        } catch (DateTimeException unreadable) {
            throw new RecordRefused("learning.time-unreadable");
        }
        if (!bounds.admit(time)) {
            throw new RecordRefused("learning.time-out-of-range");
        }
        return time;
    }

    /**
     * A formatter takes an eighth of all that a call costs Java; what nearly every phone writes is read without one.
     */
    private static Instant written(String at) {
        if (at.length() != TO_THE_MILLISECOND
                || at.charAt(4) != '-'
                || at.charAt(7) != '-'
                || at.charAt(10) != 'T'
                || at.charAt(13) != ':'
                || at.charAt(16) != ':'
                || at.charAt(19) != '.'
                || at.charAt(23) != 'Z') {
            return OffsetDateTime.parse(at).toInstant();
        }
        return LocalDateTime.of(
                        number(at, 0, 4),
                        number(at, 5, 7),
                        number(at, 8, 10),
                        number(at, 11, 13),
                        number(at, 14, 16),
                        number(at, 17, 19),
                        number(at, 20, 23) * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            int digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("No digit in " + text);
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
