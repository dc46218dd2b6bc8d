package org.tianbo.people;

import java.util.Locale;

/** What a corrected roster may change about somebody whom the county knows by their identity number. */
public enum PersonField {
    NAME,
    PHONE,
    VILLAGE,
    GENDER,
    CATEGORY,
    NOTE;

    /** As reports name the roster's columns. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
