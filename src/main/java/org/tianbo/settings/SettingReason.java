package org.tianbo.settings;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tianbo.platform.error.Refused;

/** Why an officer changes a setting. */
public final class SettingReason {

    /** Letters; five are a few words in Chinese. */
    private static final int SHORTEST = 5;

    private static final int LONGEST = 500;

    /** A line break is a blank here; PostgreSQL takes no zero byte. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private SettingReason() {}

    /** The reason as it is kept; a fault at the field {@code reason} where it is too short or too long. */
    public static String checked(String typed, Refused faults) {
        String reason = CONTROL.matcher(Objects.requireNonNullElse(typed, ""))
                .replaceAll(" ")
                .strip();
        if (reason.length() < SHORTEST) {
            faults.field("reason", "settings.reason-missing");
        } else if (reason.length() > LONGEST) {
            faults.field("reason", "settings.reason-too-long");
        }
        return reason;
    }
}
