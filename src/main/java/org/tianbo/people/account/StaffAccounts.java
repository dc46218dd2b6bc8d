package org.tianbo.people.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.tianbo.people.account.Accounts.Holder;
import org.tianbo.platform.security.Roles;

/**
 * Accounts of staff: made with a password to be changed at the first sign-in, holding one role, and ended. Doing
 * anything twice is the same as once. Never called inside a database transaction.
 */
@ApplicationScoped
public class StaffAccounts {

    private static final Set<String> OF_STAFF =
            Set.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR, Roles.ADMIN);

    /** Keycloak's names of second factors. */
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "webauthn");

    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";

    private final Keycloak keycloak;
    private final Accounts accounts;
    private final String realm;

    StaffAccounts(
            Keycloak keycloak,
            Accounts accounts,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String realm) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.realm = realm;
    }

    /** Whether the login's account belongs to somebody else, of whatever county. */
    public boolean isTaken(Holder holder) {
        return accounts.belongsToAnother(holder);
    }

    /**
     * Makes the account or brings it up to date. Whoever held another role, or gets a new password, signs in anew.
     *
     * @param password {@link FirstPassword#stored}; a second factor that was set up with the one before is forgotten
     */
    public void provide(Holder holder, String role, Optional<String> password) {
        boolean signInAnew = Accounts.answered(() -> {
            Optional<UserRepresentation> known = known(holder);
            UserRepresentation user = known.orElseGet(UserRepresentation::new);
            user.setUsername(holder.login());
            user.setFirstName(AccountName.of(holder.name(), holder.login()));
            user.setEnabled(true);
            user.setAttributes(Map.of(
                    "county",
                    List.of(holder.county()),
                    "person",
                    List.of(holder.person().toString())));
            password.ifPresent(stored -> {
                user.setCredentials(List.of(FirstPassword.credential(stored)));
                user.setRequiredActions(List.of(CHANGE_PASSWORD));
            });
            UserResource account = known.isPresent() ? updated(user, password.isPresent()) : accounts.created(user);
            return onlyRole(account, role) || (known.isPresent() && password.isPresent());
        });
        if (signInAnew) {
            accounts.signOutEverywhere(holder.login());
        }
    }

    /** Lets nobody in by this account from now on, and ends every session of it; the account itself stays. */
    public void end(Holder holder) {
        Accounts.answered(() -> {
            known(holder).ifPresent(user -> {
                user.setEnabled(false);
                realm().users().get(user.getId()).update(user);
            });
            return null;
        });
        accounts.signOutEverywhere(holder.login());
    }

    private Optional<UserRepresentation> known(Holder holder) {
        return realm().users().searchByUsername(holder.login(), true).stream().findFirst();
    }

    private UserResource updated(UserRepresentation user, boolean withoutSecondFactor) {
        UserResource account = realm().users().get(user.getId());
        account.update(user);
        if (withoutSecondFactor) {
            account.credentials().stream()
                    .filter(credential -> SECOND_FACTORS.contains(credential.getType()))
                    .forEach(credential -> account.removeCredential(credential.getId()));
        }
        return account;
    }

    /** @return whether another role of staff was taken away */
    private boolean onlyRole(UserResource account, String role) {
        RoleScopeResource granted = account.roles().realmLevel();
        List<RoleRepresentation> held = granted.listAll();
        List<RoleRepresentation> others = held.stream()
                .filter(one ->
                        OF_STAFF.contains(one.getName()) && !one.getName().equals(role))
                .toList();
        if (!others.isEmpty()) {
            granted.remove(others);
        }
        if (held.stream().noneMatch(one -> one.getName().equals(role))) {
            granted.add(List.of(realm().roles().get(role).toRepresentation()));
        }
        return !others.isEmpty();
    }

    private RealmResource realm() {
        return keycloak.realm(realm);
    }
}
