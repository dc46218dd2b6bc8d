package org.tianbo.cohort.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;

/**
 * A place in a list: behind this person.
 *
 * @param order of the list it is a place in
 * @param key what the person is sorted by: a text, or a time as ISO 8601 has it
 */
public record ListPlace(PeopleOrder order, String key, UUID person) {

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final String BETWEEN = "\n";
    private static final int PARTS = 3;

    /** @throws Refused for what is no place in a list of this order */
    public static ListPlace parse(String code, PeopleOrder order) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(code), StandardCharsets.UTF_8).split(BETWEEN, PARTS);
            if (parts.length == PARTS
                    && parts[0].equals(order.code())
                    && !CONTROLS.matcher(parts[1]).find()) {
                ListPlace place =
                        new ListPlace(order, parts[1], Ids.parse(parts[2]).orElseThrow(ListPlace::unknown));
                place.parameter();
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException garbled) {
            throw unknown();
        }
        throw unknown();
    }

    /** For an address. */
    public String code() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, order.code(), key, person.toString())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The key, of the type of what it is compared with. */
    Object parameter() {
        return order.key().isTime() ? Instant.parse(key).atOffset(ZoneOffset.UTC) : key;
    }

    private static RuntimeException unknown() {
        return CohortRefused.because("after", "cohort.page-unknown");
    }
}
