package org.tianbo.cohort;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What was told of a visit, or asked of a sample of them, does not fit. Nothing was written down; fields say why. */
public final class FollowUpRefused {

    private FollowUpRefused() {}

    public static Refused wrong() {
        return Refused.invalid("followup.refused");
    }

    public static Refused because(String field, String code) {
        return wrong().field(field, code);
    }

    /** There is no such visit in this county, or it is not for the reader. */
    public static Refused unknown() {
        return new NotFound("followup.unknown");
    }

    /** There is no such sample in this county. */
    public static Refused sampleUnknown() {
        return new NotFound("followup.sample-unknown");
    }

    /** A mentor visits only those whom they mentor or who were assigned to them. */
    public static Refused notYours() {
        return Refused.forbidden("followup.not-yours");
    }

    /** Nobody decides or checks what they told themselves. */
    public static Refused ownVisit() {
        return Refused.forbidden("followup.own-visit");
    }

    /** Somebody else corrected it meanwhile. */
    public static Refused corrected() {
        return Refused.conflict("followup.corrected");
    }

    /** The same name was used for another visit. */
    public static Refused idTaken() {
        return Refused.conflict("followup.id-taken");
    }
}
