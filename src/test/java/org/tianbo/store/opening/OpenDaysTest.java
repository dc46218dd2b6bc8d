package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.store.income.MonthListFormat;

public class OpenDaysTest {

    private static final OpenDays TWICE_OPENED = OpenDays.of(List.of(
            turn(StoreStatusChange.Kind.OPENED, "2026-03-10"),
            turn(StoreStatusChange.Kind.CLOSED, "2026-04-05"),
            turn(StoreStatusChange.Kind.OPENED, "2026-07-01")));

    public static OpenDays openFrom(LocalDate day) {
        return OpenDays.of(List.of(turn(StoreStatusChange.Kind.OPENED, day.toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T15:59:59Z, false",
        "2026-03-09T16:00:00Z, true",
        "2026-04-05T15:59:59Z, true",
        "2026-04-05T16:00:00Z, false",
        "2026-06-30T15:59:59Z, false",
        "2026-06-30T16:00:00Z, true",
        "2036-01-01T00:00:00Z, true"
    })
    void aDayIsADayInChinaAndBothEndsCount(Instant at, boolean open) {
        assertThat(TWICE_OPENED.include(at)).isEqualTo(open);
    }

    @Test
    void itIsOpenUntilItIsClosed() {
        assertThat(TWICE_OPENED.openNow()).isTrue();
        assertThat(OpenDays.of(List.of()).openNow()).isFalse();
        assertThat(OpenDays.of(List.of(
                                turn(StoreStatusChange.Kind.OPENED, "2026-03-10"),
                                turn(StoreStatusChange.Kind.CLOSED, "2026-04-05")))
                        .openNow())
                .isFalse();
    }

    @Test
    void itsMonthsLeaveOutThoseBetween() {
        assertThat(TWICE_OPENED.monthsUpTo(YearMonth.of(2026, 8))).hasToString("[2026-03, 2026-04, 2026-07, 2026-08]");
        assertThat(MonthListFormat.of(TWICE_OPENED.monthsUpTo(YearMonth.of(2026, 8))))
                .isEqualTo("2026-03 – 2026-04, 2026-07 – 2026-08");
        assertThat(MonthListFormat.of(List.of())).isEmpty();
    }

    private static StoreStatusChange turn(StoreStatusChange.Kind kind, String day) {
        StoreStatusChange change = new StoreStatusChange();
        change.kind = kind;
        change.onDay = LocalDate.parse(day);
        return change;
    }
}
