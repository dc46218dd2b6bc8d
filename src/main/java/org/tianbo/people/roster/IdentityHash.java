package org.tianbo.people.roster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash under which one county recognises identity numbers again: HMAC-SHA256, in hexadecimal. Each county's
 * key is derived from the installation's, so that equal people of two counties cannot be told by comparing their
 * hashes.
 */
final class IdentityHash implements UnaryOperator<String> {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private IdentityHash(byte[] key) {
        this.key = key;
    }

    static IdentityHash of(String installationKey, String county) {
        return new IdentityHash(
                hmac(installationKey.getBytes(StandardCharsets.UTF_8), "identity numbers of " + county));
    }

    @Override
    public String apply(String number) {
        return HexFormat.of().formatHex(hmac(key, number));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
