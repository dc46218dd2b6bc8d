package org.tianbo.store.orderfile;

import java.util.function.UnaryOperator;
import org.tianbo.platform.data.KeyedHash;

/**
 * The county's keyed hash of a buyer's phone or address: HMAC-SHA256 under a key derived from the installation's
 * secret, so that two counties' tables cannot be joined by buyer.
 */
public final class BuyerHash implements UnaryOperator<String> {

    private final KeyedHash hash;

    private BuyerHash(KeyedHash hash) {
        this.hash = hash;
    }

    public static BuyerHash of(String secret, String county) {
        return new BuyerHash(KeyedHash.sha256(secret).derived("buyers of " + county));
    }

    @Override
    public String apply(String value) {
        return hash.base64Url(value);
    }
}
