package org.tianbo.mentoring.review;

import java.util.Map;
import org.tianbo.platform.error.Fault;

/** Not ready for the trainee; every criterion that lacks something is named. */
class ReviewIncomplete extends Fault {

    private static final long serialVersionUID = 1L;

    /** @param fields code by field */
    ReviewIncomplete(Map<String, String> fields) {
        super(Kind.INVALID, "mentoring.incomplete");
        fields.forEach(this::field);
    }
}
