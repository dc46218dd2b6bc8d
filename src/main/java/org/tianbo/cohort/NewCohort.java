package org.tianbo.cohort;

import java.time.LocalDate;

/** A class about to be opened, first and last day included. */
public record NewCohort(String name, LocalDate from, LocalDate to) {

    static final int LONGEST_NAME = 60;

    /** @throws CohortRefused naming every field that does not fit */
    void check() {
        CohortRefused refused = new CohortRefused();
        if (name == null || name.isBlank()) {
            refused.field("name", "cohort.name-missing");
        } else if (name.length() > LONGEST_NAME) {
            refused.field("name", "cohort.name-too-long");
        }
        if (from == null) {
            refused.field("from", "cohort.day-missing");
        }
        if (to == null) {
            refused.field("to", "cohort.day-missing");
        } else if (from != null && to.isBefore(from)) {
            refused.field("to", "cohort.ends-before-it-begins");
        }
        if (!refused.fields().isEmpty()) {
            throw refused;
        }
    }
}
