package org.tianbo.cohort.enrolment;

import java.time.LocalDate;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.error.Refused;

/** A class about to be opened, first and last day included. */
public record NewCohort(String name, LocalDate from, LocalDate to) {

    static final int LONGEST_NAME = 60;

    /** A class of the year 9999 is a slip of the finger. */
    private static final int EARLIEST_YEAR = 2000;

    private static final int LATEST_YEAR = 2100;

    /** @throws Refused naming every field that does not fit */
    void check() {
        Refused refused = CohortRefused.wrong();
        if (name == null || name.isBlank()) {
            refused.field("name", "cohort.name-missing");
        } else if (name.length() > LONGEST_NAME) {
            refused.field("name", "cohort.name-too-long");
        }
        checkDay("from", from, refused);
        checkDay("to", to, refused);
        if (from != null && to != null && to.isBefore(from)) {
            refused.field("to", "cohort.ends-before-it-begins");
        }
        refused.throwIfAny();
    }

    private static void checkDay(String field, LocalDate day, Refused refused) {
        if (day == null) {
            refused.field(field, "cohort.day-missing");
        } else if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            refused.field(field, "cohort.day-out-of-range");
        }
    }
}
