package org.tianbo.attendance;

import org.tianbo.platform.error.NotFound;

/** No session of that id in this county, or not for these eyes. */
public class SessionUnknown extends NotFound {

    private static final long serialVersionUID = 1L;

    public SessionUnknown() {
        super("attendance.session-unknown");
    }
}
