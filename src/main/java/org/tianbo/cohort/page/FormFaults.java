package org.tianbo.cohort.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;

/** What is wrong with a form, in words: beside its fields, or above it. */
public record FormFaults(Map<String, String> fields, List<String> whole) {

    static FormFaults none() {
        return new FormFaults(Map.of(), List.of());
    }

    static FormFaults of(Fault fault, Locale locale) {
        Map<String, String> fields = fault.fields().stream()
                .collect(Collectors.toMap(
                        Fault.FieldFault::field,
                        field -> FaultTexts.of(field.code(), locale),
                        (first, second) -> first));
        return new FormFaults(
                fields, fields.isEmpty() ? List.of(FaultTexts.of(fault.code(), locale, fault.arguments())) : List.of());
    }

    /** The same, said beside that one field. */
    FormFaults allAt(String field) {
        return new FormFaults(Map.of(field, String.join(" ", whole)), List.of());
    }

    /** The sentence for the field; empty when nothing is wrong with it. */
    public String at(String field) {
        return fields.getOrDefault(field, "");
    }

    public boolean any() {
        return !fields.isEmpty() || !whole.isEmpty();
    }
}
