package org.tianbo.people.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Accounts accounts;

    StaffAccounts(Accounts accounts) {
        this.accounts = accounts;
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
            holder.writeTo(user);
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
                accounts.realm().users().get(user.getId()).update(user);
            });
            return null;
        });
        accounts.signOutEverywhere(holder.login());
    }

    private Optional<UserRepresentation> known(Holder holder) {
        return accounts.realm().users().searchByUsername(holder.login(), true).stream()
                .findFirst();
    }

    private UserResource updated(UserRepresentation user, boolean withoutSecondFactor) {
        UserResource account = accounts.realm().users().get(user.getId());
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
            granted.add(List.of(accounts.realm().roles().get(role).toRepresentation()));
        }
        return !others.isEmpty();
    }
}
