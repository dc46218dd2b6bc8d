package org.tianbo.people.staff;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** Something about staff that was not done. */
public final class StaffRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private StaffRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** What somebody typed; the faults stand beside the fields. */
    static StaffRefused wrong() {
        return new StaffRefused(Kind.INVALID, "staff.invalid");
    }

    static StaffRefused loginTaken() {
        return (StaffRefused) wrong().field("login", "staff.login-taken");
    }

    static StaffRefused reasonMissing() {
        return (StaffRefused) wrong().field("reason", "staff.reason-missing");
    }

    /** Somebody else was faster; the page shows what stands now. */
    static StaffRefused changedMeanwhile() {
        return new StaffRefused(Kind.CONFLICT, "staff.changed-meanwhile");
    }

    static StaffRefused lastOfficer() {
        return new StaffRefused(Kind.CONFLICT, "staff.last-officer");
    }

    static StaffRefused ended() {
        return new StaffRefused(Kind.CONFLICT, "staff.ended");
    }

    /** Only somebody whose access has ended is taken back. */
    static StaffRefused notEnded() {
        return new StaffRefused(Kind.CONFLICT, "staff.not-ended");
    }

    static NotFound unknown() {
        return new NotFound("staff.unknown");
    }

    void throwIfAny() {
        if (!fields().isEmpty()) {
            throw this;
        }
    }
}
