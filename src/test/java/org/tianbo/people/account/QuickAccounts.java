package org.tianbo.people.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.tianbo.platform.security.RevokedSessions;

/**
 * The accounts of the integration tests, which make hundreds of them: hashed in one round, a password costs neither us
 * nor Keycloak a fifth of a second of a processor.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class QuickAccounts extends Accounts {

    private static final int TAKEN = 409;

    /** As Keycloak has them, by name. */
    private final Map<String, RoleRepresentation> roles = new ConcurrentHashMap<>();

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

    /** As {@link #provide}, in two calls of Keycloak instead of four where nobody has the login yet. */
    public void provideNew(Holder holder, String role, String password) {
        UserRepresentation user = new UserRepresentation();
        holder.writeTo(user);
        user.setCredentials(List.of(hashed(password)));
        try (Response created = realm().users().create(user)) {
            if (created.getStatus() == TAKEN) {
                provide(holder, List.of(role), password);
                return;
            }
            RoleRepresentation granted = roles.computeIfAbsent(
                    role, name -> realm().roles().get(name).toRepresentation());
            realm().users()
                    .get(CreatedResponseUtil.getCreatedId(created))
                    .roles()
                    .realmLevel()
                    .add(List.of(granted));
        }
    }

    @Override
    CredentialRepresentation hashed(String password) {
        return HashedPassword.of(password, 1);
    }
}
