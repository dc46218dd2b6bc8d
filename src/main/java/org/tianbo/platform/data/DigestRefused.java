package org.tianbo.platform.data;

import org.tianbo.platform.error.Refused;

/** A chunk came without a digest that can be read, so nobody could tell whether it arrived whole. */
final class DigestRefused {

    private DigestRefused() {}

    static Refused missing() {
        return Refused.malformed("practice.digest-missing");
    }

    static Refused malformed() {
        return Refused.malformed("practice.digest-malformed");
    }
}
