package org.tianbo.platform.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;

/**
 * A refused form, for the page that shows it again: what was typed, and what is wrong with it. A page may hold several
 * forms; {@link #of} gives each its own, empty for all but the one that was refused.
 *
 * <p>Templates show {@link #whole} by the tag {@code formFault} at the top of the page, and the sentence of a field by
 * {@code invalid} in the field's element and {@code fieldFault} behind it.
 *
 * @param form name of the refused form; empty when none was refused
 * @param typed what was typed, by field
 * @param faults a sentence by field, the field that was found wrong first coming first
 * @param whole the sentence when no single field is wrong; else empty
 */
public record FormErrors(String form, Map<String, String> typed, Map<String, String> faults, String whole) {

    /** No form was refused. */
    public static final FormErrors NONE = new FormErrors("", Map.of(), Map.of(), "");

    static FormErrors of(String form, Map<String, String> typed, Fault fault, Locale locale) {
        Map<String, String> faults = new LinkedHashMap<>();
        fault.fields().forEach(field -> faults.putIfAbsent(field.field(), FaultTexts.of(field.code(), locale)));
        String whole = faults.isEmpty() ? FaultTexts.of(fault.code(), locale, fault.arguments()) : "";
        return new FormErrors(form, typed, faults, whole);
    }

    /** Those of the form of that name. */
    public FormErrors of(String name) {
        return form.equals(name) ? this : NONE;
    }

    /** Whether a form was refused. */
    public boolean any() {
        return !form.isEmpty();
    }

    /** What was typed into the field; empty when the form was not refused. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The sentence for the field; empty when nothing is wrong with it. */
    public String at(String field) {
        return faults.getOrDefault(field, "");
    }

    /** Whether the page opens with the focus on this field. */
    public boolean isFirst(String field) {
        return faults.keySet().stream().limit(1).anyMatch(field::equals);
    }
}
