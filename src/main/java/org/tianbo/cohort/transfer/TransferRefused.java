package org.tianbo.cohort.transfer;

import org.tianbo.platform.error.Fault;

/** Something about a transfer cannot be done now. */
final class TransferRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private TransferRefused(Kind kind, String code) {
        super(kind, code);
    }

    static Fault because(String field, String code) {
        return new TransferRefused(Kind.INVALID, "cohort.refused").field(field, code);
    }

    /** There is none, or not for this reader. */
    static TransferRefused unknown() {
        return new TransferRefused(Kind.NOT_FOUND, "cohort.transfer-unknown");
    }

    /** Somebody else was faster; the page shows what stands now. */
    static TransferRefused changedMeanwhile() {
        return new TransferRefused(Kind.CONFLICT, "cohort.transfer-changed");
    }

    /** The trainee is on the way to another county already. */
    static TransferRefused alreadyAsked() {
        return new TransferRefused(Kind.CONFLICT, "cohort.transfer-already");
    }
}
