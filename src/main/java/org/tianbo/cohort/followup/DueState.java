package org.tianbo.cohort.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a visit stands; a visit farther away is on no list. */
public enum DueState {
    OVERDUE,
    DUE,
    SOON,
    DONE;

    /** Its name in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DueState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    /**
     * Of a visit that is not done.
     *
     * @param lateDays after so many days it is overdue
     */
    static DueState of(LocalDate due, LocalDate today, int lateDays) {
        if (due.isAfter(today)) {
            return SOON;
        }
        return due.plusDays(lateDays).isBefore(today) ? OVERDUE : DUE;
    }
}
