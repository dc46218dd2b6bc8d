package org.tianbo.cohort.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.tianbo.cohort.enrolment.NewCohort;

/** The form of a new class, as typed. */
public record CohortForm(String name, String from, String to) {

    /** A browser may leave a field out altogether. */
    static CohortForm of(String name, String from, String to) {
        return new CohortForm(Objects.toString(name, ""), Objects.toString(from, ""), Objects.toString(to, ""));
    }

    public NewCohort toNewCohort() {
        return new NewCohort(name.strip(), day(from), day(to));
    }

    /** Old browsers show a date field as text; what is no date counts as missing. */
    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }
}
