package org.tianbo.attendance;

import org.tianbo.platform.error.Refused;

/** What was asked of a session does not fit; its fields say why. */
public final class SessionRefused {

    private SessionRefused() {}

    public static Refused wrong() {
        return Refused.invalid("attendance.refused");
    }

    public static Refused because(String field, String code) {
        return wrong().field(field, code);
    }
}
