package org.tianbo.people.opening;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** A county or its villages are not taken as somebody wanted them. */
public final class OpeningRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private OpeningRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** What somebody typed; the faults stand beside the fields. */
    static OpeningRefused wrong() {
        return new OpeningRefused(Kind.INVALID, "opening.invalid");
    }

    /** There is another county of that id or code. */
    static OpeningRefused taken(String field) {
        return (OpeningRefused) new OpeningRefused(Kind.CONFLICT, "opening.invalid").field(field, "opening.taken");
    }

    /** The form came without a file. */
    public static OpeningRefused fileMissing() {
        return (OpeningRefused) wrong().field("file", "opening.file-missing");
    }

    /** A row of the file cannot be taken; nothing of it was. */
    static OpeningRefused rowsRejected() {
        return (OpeningRefused) wrong().field("file", "opening.rows-rejected");
    }

    /** The file renames or merges villages, and what somebody confirmed is not what it does. */
    static OpeningRefused notConfirmed() {
        return (OpeningRefused) wrong().field("confirm", "opening.not-confirmed");
    }

    /** No such county, or not for this reader. */
    public static NotFound unknown() {
        return new NotFound("opening.county-unknown");
    }

    void throwIfAny() {
        if (!fields().isEmpty()) {
            throw this;
        }
    }
}
