package org.tianbo.certification;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "tianbo.certification")
public interface CertificationConfig {

    /**
     * Random text from which the ES256 key is derived that signs certificates, the same on every replica. Give another
     * one to change the key: what the old one signed stays verifiable, for its public half is kept.
     */
    String signingKey();

    /** Thumbprints of keys that fell into wrong hands: published no more, so that nothing they signed verifies. */
    Optional<Set<String>> withdrawnKeys();
}
