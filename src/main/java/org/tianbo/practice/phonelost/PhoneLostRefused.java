package org.tianbo.practice.phonelost;

import org.tianbo.platform.error.Fault;

/** Why an attempt is not finished without its phone. */
class PhoneLostRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private PhoneLostRefused(String code) {
        super(Kind.CONFLICT, code);
    }

    static PhoneLostRefused stillSending() {
        return new PhoneLostRefused("practice.phone-still-sending");
    }

    static PhoneLostRefused nothingCame() {
        return new PhoneLostRefused("practice.phone-sent-nothing");
    }
}
