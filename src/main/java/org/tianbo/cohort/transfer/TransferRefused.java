package org.tianbo.cohort.transfer;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Something about a transfer cannot be done now. */
final class TransferRefused {

    private TransferRefused() {}

    /** There is none, or not for this reader. */
    static Refused unknown() {
        return new NotFound("cohort.transfer-unknown");
    }

    /** Somebody else was faster; the page shows what stands now. */
    static Refused changedMeanwhile() {
        return Refused.conflict("cohort.transfer-changed");
    }

    /** The trainee is on the way to another county already. */
    static Refused alreadyAsked() {
        return Refused.conflict("cohort.transfer-already");
    }
}
