package org.tianbo.practice.phonelost;

import org.tianbo.platform.error.Refused;

/** Why an attempt is not finished without its phone. */
final class PhoneLostRefused {

    private PhoneLostRefused() {}

    static Refused stillSending() {
        return Refused.conflict("practice.phone-still-sending");
    }

    static Refused nothingCame() {
        return Refused.conflict("practice.phone-sent-nothing");
    }
}
