package org.tianbo.privacy.known;

import java.util.List;

/**
 * Who somebody is, as the register has it.
 *
 * @param details what is known, in the register's order; what is not known is left out
 */
public record KnownPerson(List<Detail> details) {

    /** A detail of a person. */
    public enum Field {
        NAME,
        PHONE,
        TOWN,
        VILLAGE,
        GENDER,
        BIRTH_YEAR,
        ID_LAST4,
        CATEGORY,
        NOTE,
        LOGIN,
        CREATED_AT
    }

    /** What stands in one field. */
    public record Detail(Field field, String value) {}

    /** Empty where it is not known. */
    public String value(Field field) {
        return details.stream()
                .filter(detail -> detail.field() == field)
                .map(Detail::value)
                .findFirst()
                .orElse("");
    }
}
