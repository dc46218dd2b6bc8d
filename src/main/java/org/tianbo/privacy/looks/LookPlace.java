package org.tianbo.privacy.looks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.privacy.PersonalLooks.What;

/** Where a page of looks ended; the next one begins behind it. */
public record LookPlace(LocalDate day, UUID viewer, What what) {

    /** No year has five digits: PostgreSQL's days end before Java's do. */
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)_([0-9a-f-]{36})_([A-Z]+)");

    /** As it stands in addresses: {@code 2026-11-28_019b2f00-0000-7000-8000-000000000001_LIST}. */
    public String written() {
        return day + "_" + viewer + "_" + what.name();
    }

    /** Empty for what was not written so. */
    public static Optional<LookPlace> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        try {
            return parts.matches()
                    ? Optional.of(new LookPlace(
                            LocalDate.parse(parts.group(1)),
                            UUID.fromString(parts.group(2)),
                            What.valueOf(parts.group(3))))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
