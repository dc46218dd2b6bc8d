package org.tianbo.people.opening;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** A county or its villages are not taken as somebody wanted them. */
public final class OpeningRefused {

    private OpeningRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    static Refused wrong() {
        return Refused.invalid("opening.invalid");
    }

    /** There is another county of that id or code. */
    static Refused taken(String field) {
        return Refused.conflict("opening.invalid").field(field, "opening.taken");
    }

    /** The form came without a file. */
    public static Refused fileMissing() {
        return wrong().field("file", "opening.file-missing");
    }

    /** A row of the file cannot be taken; nothing of it was. */
    static Refused rowsRejected() {
        return wrong().field("file", "opening.rows-rejected");
    }

    /** The file renames or merges villages, and what somebody confirmed is not what it does. */
    static Refused notConfirmed() {
        return wrong().field("confirm", "opening.not-confirmed");
    }

    /** No such county, or not for this reader. */
    public static NotFound unknown() {
        return new NotFound("opening.county-unknown");
    }
}
