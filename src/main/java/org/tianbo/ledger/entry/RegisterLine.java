package org.tianbo.ledger.entry;

import java.util.EnumMap;
import java.util.Map;
import org.tianbo.people.People.Registered;
import org.tianbo.platform.audit.EntryField;

/** What the county's register says of somebody, as an audit sees it: the numbers masked. */
final class RegisterLine {

    /** Operator and place; the rest but for the end is hidden. */
    private static final int PHONE_BEGIN = 3;

    private static final int PHONE_END = 4;

    private RegisterLine() {}

    /** Without what the register does not say. */
    static Map<EntryField, String> of(Registered person) {
        Map<EntryField, String> line = new EnumMap<>(EntryField.class);
        if (!person.identityEnd().isEmpty()) {
            line.put(EntryField.IDENTITY, "****" + person.identityEnd());
        }
        if (!person.mobile().isEmpty()) {
            line.put(EntryField.PHONE, masked(person.mobile()));
        }
        if (!person.category().isEmpty()) {
            line.put(EntryField.CATEGORY, person.category());
        }
        return line;
    }

    /** 138****0001. Of what is no whole number nothing is shown but that there is one. */
    private static String masked(String mobile) {
        return mobile.length() < PHONE_BEGIN + PHONE_END + PHONE_END
                ? "****"
                : mobile.substring(0, PHONE_BEGIN) + "****" + mobile.substring(mobile.length() - PHONE_END);
    }
}
