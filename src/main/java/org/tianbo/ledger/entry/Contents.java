package org.tianbo.ledger.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tianbo.platform.audit.EntryField;

/** What entries say, read back. */
final class Contents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Contents() {}

    /** By field name; empty for null. */
    static Map<String, String> texts(String content) {
        if (content == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(content, TEXTS);
        } catch (JsonProcessingException broken) {
            // Somebody changed the row; checking the chain finds it. The list is still shown.
            return Map.of();
        }
    }

    /** Whether it is a whole number of a size that is stored: with anything else nothing is reckoned. */
    static boolean isWhole(String value) {
        return WHOLE.matcher(value).matches();
    }

    /** By field; what a newer version wrote and this one does not know is left out. */
    static Map<EntryField, String> values(String content) {
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        texts(content).forEach((name, value) -> EntryField.of(name).ifPresent(field -> values.put(field, value)));
        return Collections.unmodifiableMap(values);
    }
}
