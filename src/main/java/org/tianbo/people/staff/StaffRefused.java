package org.tianbo.people.staff;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Something about staff that was not done. */
public final class StaffRefused {

    private StaffRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    static Refused wrong() {
        return Refused.invalid("staff.invalid");
    }

    static Refused loginTaken() {
        return wrong().field("login", "staff.login-taken");
    }

    static Refused reasonMissing() {
        return wrong().field("reason", "staff.reason-missing");
    }

    /** Somebody else was faster; the page shows what stands now. */
    static Refused changedMeanwhile() {
        return Refused.conflict("staff.changed-meanwhile");
    }

    static Refused lastOfficer() {
        return Refused.conflict("staff.last-officer");
    }

    static Refused ended() {
        return Refused.conflict("staff.ended");
    }

    /** Only somebody whose access has ended is taken back. */
    static Refused notEnded() {
        return Refused.conflict("staff.not-ended");
    }

    static NotFound unknown() {
        return new NotFound("staff.unknown");
    }
}
