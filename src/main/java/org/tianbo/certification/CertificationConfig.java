package org.tianbo.certification;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "tianbo.certification")
public interface CertificationConfig {

    /**
     * Random text from which the ES256 key that signs certificates is derived; the same on every replica. Another text
     * changes the key. What the old key signed stays verifiable, because its public half is stored.
     */
    String signingKey();

    /** Thumbprints of leaked keys: they are no longer published, so that nothing they signed verifies. */
    Optional<Set<String>> withdrawnKeys();
}
