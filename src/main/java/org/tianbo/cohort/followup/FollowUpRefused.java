package org.tianbo.cohort.followup;

import org.tianbo.platform.error.Fault;

/** What was told of a visit does not fit; its fields say why. Nothing was written down. */
public final class FollowUpRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private FollowUpRefused(Kind kind, String code) {
        super(kind, code);
    }

    static FollowUpRefused wrong() {
        return new FollowUpRefused(Kind.INVALID, "followup.refused");
    }

    public static Fault because(String field, String code) {
        return wrong().field(field, code);
    }

    /** There is no such visit in this county, or it is not for the reader. */
    public static FollowUpRefused unknown() {
        return new FollowUpRefused(Kind.NOT_FOUND, "followup.unknown");
    }

    /** A mentor visits only those whom they mentor or who were assigned to them. */
    public static FollowUpRefused notYours() {
        return new FollowUpRefused(Kind.FORBIDDEN, "followup.not-yours");
    }

    /** Nobody decides or checks what they told themselves. */
    public static FollowUpRefused ownVisit() {
        return new FollowUpRefused(Kind.FORBIDDEN, "followup.own-visit");
    }

    /** Somebody else corrected it meanwhile. */
    public static FollowUpRefused corrected() {
        return new FollowUpRefused(Kind.CONFLICT, "followup.corrected");
    }

    /** The same name was used for another visit. */
    public static FollowUpRefused idTaken() {
        return new FollowUpRefused(Kind.CONFLICT, "followup.id-taken");
    }
}
