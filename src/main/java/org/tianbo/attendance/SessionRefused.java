package org.tianbo.attendance;

import org.tianbo.platform.error.Fault;

/** What was asked of a session does not fit; its fields say why. */
public class SessionRefused extends Fault {

    private static final long serialVersionUID = 1L;

    public SessionRefused() {
        super(Kind.INVALID, "attendance.refused");
    }

    public static Fault because(String field, String code) {
        return new SessionRefused().field(field, code);
    }
}
