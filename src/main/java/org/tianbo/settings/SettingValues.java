package org.tianbo.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of a setting by the names of its fields, each in its field's unit. */
public record SettingValues(Map<String, BigDecimal> byName) {

    private static final long SECOND_MS = 1_000;

    /** Written alike, so that 5.50 and 5.5 are the same. */
    public SettingValues {
        byName = byName.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> plain(entry.getValue())));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    public int whole(String field) {
        return byName.get(field).intValueExact();
    }

    public double number(String field) {
        return byName.get(field).doubleValue();
    }

    /** A percentage as a share from 0 to 1. */
    public double share(String field) {
        return byName.get(field).movePointLeft(2).doubleValue();
    }

    /** Yuan in fen. */
    public long fen(String field) {
        return byName.get(field).movePointRight(2).longValueExact();
    }

    public Duration days(String field) {
        return Duration.ofDays(whole(field));
    }

    public Duration hours(String field) {
        return Duration.ofHours(whole(field));
    }

    public Duration seconds(String field) {
        return Duration.ofMillis(
                byName.get(field).multiply(BigDecimal.valueOf(SECOND_MS)).longValueExact());
    }
}
