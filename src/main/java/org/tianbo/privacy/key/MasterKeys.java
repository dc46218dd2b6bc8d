package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.privacy.PrivacyConfig;

/**
 * The installation's keys: everything is wrapped and sealed under the first; while the key is changed, what is under a
 * second one is read as well.
 */
@ApplicationScoped
class MasterKeys {

    private final KeyedHash first;
    private final Optional<KeyedHash> second;

    @Inject
    MasterKeys(PrivacyConfig config) {
        this(config.masterKey(), config.secondMasterKey());
    }

    MasterKeys(String first, Optional<String> second) {
        this.first = KeyedHash.sha256(first);
        this.second = second.filter(key -> !key.isBlank() && !key.equals(first)).map(KeyedHash::sha256);
    }

    KeyedHash first() {
        return first;
    }

    Optional<KeyedHash> second() {
        return second;
    }

    /** The first one, then the second. */
    Stream<KeyedHash> readable() {
        return Stream.concat(Stream.of(first), second.stream());
    }

    /** Tells the first key from any other; it cannot be found from it. */
    String sign() {
        return first.hex("sign of the master key").substring(0, 16);
    }
}
