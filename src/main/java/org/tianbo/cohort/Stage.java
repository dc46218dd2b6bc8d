package org.tianbo.cohort;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages from enrolment to a steady income, in order. */
public enum Stage {
    ENROLLED(true),
    LEARNING(false),
    PRACTISING(true),
    GRADED(false),
    READY(false),
    CERTIFIED(true),
    STORE_OPENED(true),
    FIRST_ORDER(false),
    STEADY_3(true),
    STEADY_6(true),
    STEADY_12(true);

    /** All of them as an array of PostgreSQL's, for sorting by the names that are stored. */
    public static final String IN_ORDER =
            Arrays.stream(values()).map(stage -> "'" + stage + "'").collect(Collectors.joining(", ", "array[", "]"));

    private final boolean canBeLost;

    Stage(boolean canBeLost) {
        this.canBeLost = canBeLost;
    }

    /**
     * Whether one can fall back behind it: the only rehearsal taken back, a revoked certificate, a closed store, a
     * month without income.
     */
    public boolean canBeLost() {
        return canBeLost;
    }

    /** Its name in addresses and JSON, for example {@code store-opened}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param months in a row: 3, 6 or 12 */
    public static Stage steady(int months) {
        return valueOf("STEADY_" + months);
    }

    public static Optional<Stage> of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
