package org.tianbo.store.page;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;

/**
 * A form that was not taken: what was typed and what is wrong with it, to be shown again.
 *
 * @param form which of the page's forms; empty when none was refused
 * @param wrong sentences by field
 * @param whole the sentence when no single field is at fault; else empty
 */
record FormState(String form, Map<String, String> typed, Map<String, String> wrong, String whole) {

    static final FormState UNTOUCHED = new FormState("", Map.of(), Map.of(), "");

    static FormState refused(String form, Map<String, String> typed, Fault fault, Locale locale) {
        Map<String, String> wrong = fault.fields().stream()
                .collect(Collectors.toMap(
                        Fault.FieldFault::field, field -> FaultTexts.of(field.code(), locale), (first, next) -> first));
        String whole = wrong.isEmpty() ? FaultTexts.of(fault.code(), locale, fault.arguments()) : "";
        return new FormState(form, typed, wrong, whole);
    }

    public boolean of(String name) {
        return form.equals(name);
    }

    public String typed(String name, String field) {
        return of(name) ? typed.getOrDefault(field, "") : "";
    }

    /** Empty when nothing is wrong with the field. */
    public String wrong(String name, String field) {
        return of(name) ? wrong.getOrDefault(field, "") : "";
    }

    public String whole(String name) {
        return of(name) ? whole : "";
    }
}
