package org.tianbo.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.sign-in")
public interface SignInConfig {

    /**
     * Where Keycloak answers inside, without {@code /auth}. What reaches us under {@code /auth} is passed on to it:
     * everything in a demo; in production the forms that take passwords, so that guessing is slowed down before
     * Keycloak sees it.
     */
    Optional<URI> keycloakUrl();

    /** How long ago a password may have been typed for what hands out cards, certificates or a county's figures. */
    @WithDefault("15M")
    Duration fresh();

    /** How long staff stay signed in, whatever was ticked when signing in. */
    @WithDefault("12H")
    Duration staffSession();
}
