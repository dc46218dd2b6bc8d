package org.tianbo.platform.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Set by {@link EmbeddedServices}; empty in production, which switches this whole package off. */
@ConfigMapping(prefix = "tianbo.embedded")
public interface EmbeddedConfig {

    Optional<URI> keycloakUrl();

    /** Whether to make the demo data of fengcheng and zhenping. */
    @WithDefault("false")
    boolean demoData();

    /** Whether to print addresses, sign-ins and the QR once all is up. */
    @WithDefault("false")
    boolean welcome();
}
