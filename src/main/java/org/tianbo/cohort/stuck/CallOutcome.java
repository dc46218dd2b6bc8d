package org.tianbo.cohort.stuck;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a call, and when the trainee is called again. */
public enum CallOutcome {
    REACHED(7),
    NOT_REACHED(1),
    /** On the day that was agreed. */
    COMES_BACK(0),
    /** Once there is another number. */
    WRONG_NUMBER(0),
    /** Once somebody has decided. */
    WANTS_TO_LEAVE(0);

    private final int againAfterDays;

    CallOutcome(int againAfterDays) {
        this.againAfterDays = againAfterDays;
    }

    /**
     * The first day on which the trainee is on the list again; empty where something else must happen first.
     *
     * @param called the day of the call
     * @param agreed the day that was agreed, for {@link #COMES_BACK} only
     */
    Optional<LocalDate> againOn(LocalDate called, LocalDate agreed) {
        if (this == COMES_BACK) {
            return Optional.of(agreed);
        }
        return againAfterDays == 0 ? Optional.empty() : Optional.of(called.plusDays(againAfterDays));
    }

    /** As forms, addresses and JSON have it: {@code not-reached}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CallOutcome> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
