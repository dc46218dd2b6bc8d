package org.tianbo.people.roster;

import java.util.function.UnaryOperator;
import org.tianbo.platform.data.KeyedHash;

/**
 * The keyed hash under which one county recognises identity numbers again: HMAC-SHA256, in hexadecimal. Each county's
 * key is derived from the installation's, so that equal people of two counties cannot be recognised by comparing their
 * hashes.
 */
final class IdentityHash implements UnaryOperator<String> {

    private final KeyedHash hash;

    private IdentityHash(KeyedHash hash) {
        this.hash = hash;
    }

    static IdentityHash of(String installationKey, String county) {
        return new IdentityHash(KeyedHash.sha256(installationKey).derived("identity numbers of " + county));
    }

    @Override
    public String apply(String number) {
        return hash.hex(number);
    }
}
