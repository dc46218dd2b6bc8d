package org.tianbo.store.orderfile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The county's keyed hash of a buyer's phone or address: HMAC-SHA256 under a key derived from the installation's
 * secret, so that two counties' tables cannot be joined by buyer. Not to be shared between threads.
 */
public final class BuyerHash implements UnaryOperator<String> {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    private BuyerHash(Mac mac) {
        this.mac = mac;
    }

    public static BuyerHash of(String secret, String county) {
        byte[] countyKey = keyed(secret.getBytes(StandardCharsets.UTF_8))
                .doFinal(("buyers of " + county).getBytes(StandardCharsets.UTF_8));
        return new BuyerHash(keyed(countyKey));
    }

    @Override
    public String apply(String value) {
        byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }
}
