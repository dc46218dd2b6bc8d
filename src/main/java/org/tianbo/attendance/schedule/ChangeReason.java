package org.tianbo.attendance.schedule;

import java.util.Objects;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.platform.error.Refused;

/** Why somebody changes a session, or who was there. */
public final class ChangeReason {

    private static final int LONGEST = 200;

    private ChangeReason() {}

    /**
     * As it is kept.
     *
     * @param typed may be null
     * @throws Refused naming the field when there is none, or too long a one
     */
    public static String required(String typed) {
        String reason = optional(typed);
        if (reason.isEmpty()) {
            throw SessionRefused.because("reason", "attendance.reason-missing");
        }
        return reason;
    }

    /** The same, where there need be none. */
    static String optional(String typed) {
        String reason = Objects.toString(typed, "").strip();
        if (reason.length() > LONGEST) {
            throw SessionRefused.because("reason", "attendance.reason-too-long");
        }
        return reason;
    }
}
