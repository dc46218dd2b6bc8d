package org.tianbo.attendance.presence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a phone says it was, in degrees, within so many metres. */
public record PhonePlace(double latitude, double longitude, double accuracy) {

    private static final Pattern TOLD =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,12})?),(-?\\d{1,3}(?:\\.\\d{1,12})?),(\\d{1,7}(?:\\.\\d{1,6})?)");

    private static final double NORTH = 90;
    private static final double EAST = 180;

    /** @param told latitude, longitude and metres between commas; empty for what is no place on this earth */
    public static Optional<PhonePlace> of(String told) {
        Matcher parts = TOLD.matcher(told == null ? "" : told.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        PhonePlace place = new PhonePlace(
                Double.parseDouble(parts.group(1)),
                Double.parseDouble(parts.group(2)),
                Double.parseDouble(parts.group(3)));
        return Math.abs(place.latitude) <= NORTH && Math.abs(place.longitude) <= EAST
                ? Optional.of(place)
                : Optional.empty();
    }

    /** For people: four decimals are some ten metres. */
    public String words() {
        return String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
    }

    public String metres() {
        return Long.toString(Math.round(accuracy));
    }
}
