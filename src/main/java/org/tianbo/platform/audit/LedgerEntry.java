package org.tianbo.platform.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a feature says of one thing as it is now. Said again with other values it becomes a correction of what was said
 * before; with the same values nothing is written down.
 *
 * @param source names the thing among those of its kind, always the same
 * @param thing what the evidence's page is about: a session, a review, a store
 * @param at when it happened
 * @param person whom it is about; null for what is about nobody alone. Names, phones and villages are no part of an
 *     entry: it outlives them
 * @param cohort the class it belongs to; null where it belongs to none
 * @param by who did it; null where nobody is known
 * @param reason why it became different; empty where none was given
 * @param values written as their types say; what is empty is left out
 */
public record LedgerEntry(
        EntryKind kind,
        String source,
        UUID thing,
        Instant at,
        UUID person,
        UUID cohort,
        UUID by,
        String reason,
        Map<EntryField, String> values) {

    public LedgerEntry {
        reason = reason == null ? "" : clean(reason);
        EnumMap<EntryField, String> filled = new EnumMap<>(EntryField.class);
        values.forEach((field, value) -> {
            if (value != null && !value.isEmpty()) {
                filled.put(field, clean(value));
            }
        });
        values = Collections.unmodifiableMap(filled);
    }

    /** What can be neither stored nor hashed in one way only: the character zero, halves of characters. */
    private static String clean(String text) {
        if (text.chars().noneMatch(one -> one == 0 || Character.isSurrogate((char) one))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(one -> one == 0 || one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE ? 0xFFFD : one)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
