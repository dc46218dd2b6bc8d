package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.cohort.page.CohortForm;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

class NewCohortTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28, to, cohort.ends-before-it-begins",
        "2026-03-01, 9999-12-31, to, cohort.day-out-of-range",
        "0001-01-01, 2026-03-01, from, cohort.day-out-of-range",
        "2026-03-01, +999999999-12-31, to, cohort.day-out-of-range",
        "-999999999-01-01, 2026-03-01, from, cohort.day-out-of-range",
        "2026-02-30, 2026-03-01, from, cohort.day-missing",
        "20260301, 2026-03-01, from, cohort.day-missing"
    })
    void aDayThatNobodyMeansIsRefusedByName(String from, String to, String field, String code) {
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> new CohortForm("春季班", from, to).toNewCohort().check());

        assertThat(refused.fields()).contains(new Fault.FieldFault(field, code));
    }
}
