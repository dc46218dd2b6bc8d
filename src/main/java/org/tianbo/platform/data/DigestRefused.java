package org.tianbo.platform.data;

import org.tianbo.platform.error.Fault;

/** A chunk came without a digest that can be read, so nobody could tell whether it arrived whole. */
class DigestRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private DigestRefused(String code) {
        super(Kind.MALFORMED, code);
    }

    static DigestRefused missing() {
        return new DigestRefused("practice.digest-missing");
    }

    static DigestRefused malformed() {
        return new DigestRefused("practice.digest-malformed");
    }
}
