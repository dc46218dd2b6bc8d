package org.tianbo.cohort.enrolment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.platform.error.Refused;

/** A class about to be opened, first and last day included. */
public record NewCohort(String name, LocalDate from, LocalDate to) {

    static final int LONGEST_NAME = 60;

    /** A class of the year 9999 is a slip of the finger. */
    private static final int EARLIEST_YEAR = 2000;

    private static final int LATEST_YEAR = 2100;

    /** As typed; old browsers show a date field as text, and what is no date counts as missing. */
    public static NewCohort typed(String name, String from, String to) {
        return new NewCohort(name.strip(), day(from), day(to));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    /** @throws Refused naming every field that does not fit */
    void check() {
        Refused refused = CohortRefused.wrong();
        check(refused);
        refused.throwIfAny();
    }

    /** Names every field that does not fit. */
    void check(Refused refused) {
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
    }

    private static void checkDay(String field, LocalDate day, Refused refused) {
        if (day == null) {
            refused.field(field, "cohort.day-missing");
        } else if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            refused.field(field, "cohort.day-out-of-range");
        }
    }
}
