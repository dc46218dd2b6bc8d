package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

class OpeningFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 18);

    @ParameterizedTest
    @CsvSource({
        "2026-06-19, store.day-ahead",
        "9999-12-31, store.day-ahead",
        "+999999999-12-31, store.day-ahead",
        "1999-12-31, store.day-too-early",
        "-999999999-01-01, store.day-too-early"
    })
    void aDayOnWhichNobodySawTheStoreIsRefused(LocalDate day, String code) {
        Refused refused = catchThrowableOfType(Refused.class, () -> form(day).check(TODAY));

        assertThat(refused.fields()).containsExactly(new Fault.FieldFault("day", code));
    }

    private static OpeningForm form(LocalDate day) {
        return new OpeningForm("https://shop.example/1", Optional.of(day), "三样货", "");
    }
}
