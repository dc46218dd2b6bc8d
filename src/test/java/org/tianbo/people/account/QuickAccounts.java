package org.tianbo.people.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.tianbo.platform.security.RevokedSessions;

/**
 * The accounts of the integration tests, which make hundreds of them: hashed in one round, a password costs neither us
 * nor Keycloak a fifth of a second of a processor.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class QuickAccounts extends Accounts {

    /** For the proxy of the bean. */
    QuickAccounts() {
        this(null, null, null);
    }

    @Inject
    QuickAccounts(
            Keycloak keycloak,
            RevokedSessions sessions,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String realm) {
        super(keycloak, sessions, realm);
    }

    @Override
    CredentialRepresentation hashed(String password) {
        return HashedPassword.of(password, 1);
    }
}
