package org.tianbo.mentoring.draft;

import java.util.Map;
import org.tianbo.platform.error.Fault;

/** A draft that can never be right: unknown criterion, a place outside the recording. */
class DraftRefused extends Fault {

    private static final long serialVersionUID = 1L;

    /** @param fields code by field */
    DraftRefused(Map<String, String> fields) {
        super(Kind.INVALID, "mentoring.draft-refused");
        fields.forEach(this::field);
    }
}
