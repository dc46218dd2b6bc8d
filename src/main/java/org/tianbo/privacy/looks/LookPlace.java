package org.tianbo.privacy.looks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalLooks.What;

/** Where a page of looks ended; the next one begins behind it. */
public record LookPlace(LocalDate day, UUID viewer, What what) {

    private static final int PARTS = 3;

    /** As it stands in addresses: {@code 2026-11-28_019b2f00-0000-7000-8000-000000000001_LIST}. */
    public String written() {
        return day + "_" + viewer + "_" + what.name();
    }

    /** Empty for what was not written so. */
    public static Optional<LookPlace> of(String written) {
        String[] parts = written.split("_", -1);
        try {
            return parts.length == PARTS
                    ? Optional.of(new LookPlace(
                            LocalDate.parse(parts[0]), UUID.fromString(parts[1]), What.valueOf(parts[2])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
