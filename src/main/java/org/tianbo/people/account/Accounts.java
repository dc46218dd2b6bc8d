package org.tianbo.people.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.AccountSessions;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.platform.security.RevokedSessions;

/** Accounts at Keycloak: created, given a PIN, signed out everywhere. Never called inside a database transaction. */
@ApplicationScoped
public class Accounts implements AccountSessions {

    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AT_ONCE = 500;

    /** Keycloak's answers to what is wrong with one account: data it does not take, a login that exists. */
    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(400, 409);

    private final Keycloak keycloak;
    private final RevokedSessions sessions;
    private final String realm;

    Accounts(
            Keycloak keycloak,
            RevokedSessions sessions,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String realm) {
        this.keycloak = keycloak;
        this.sessions = sessions;
        this.realm = realm;
    }

    /** Whose account it is; {@code county} is empty for the operator. */
    public record Holder(UUID person, String county, String login, String name) {

        /** What Keycloak is to know of them; whatever else it knows stays. */
        void writeTo(UserRepresentation user) {
            user.setUsername(login);
            user.setFirstName(AccountName.of(name, login));
            user.setEnabled(true);
            user.setAttributes(Map.of("county", List.of(county), "person", List.of(person.toString())));
        }
    }

    /** Makes the account, or brings an existing one of that login up to date; the password is set in both cases. */
    public void provide(Holder holder, List<String> roles, String password) {
        UserRepresentation user = new UserRepresentation();
        holder.writeTo(user);
        user.setCredentials(List.of(hashed(password)));
        List<UserRepresentation> known = realm().users().searchByUsername(holder.login(), true);
        if (known.isEmpty()) {
            grant(created(user), roles);
        } else {
            UserResource account = realm().users().get(known.get(0).getId());
            account.update(user);
            grant(account, roles);
        }
    }

    UserResource created(UserRepresentation user) {
        try (Response created = realm().users().create(user)) {
            return realm().users().get(CreatedResponseUtil.getCreatedId(created));
        }
    }

    /** What Keycloak stores of the password. */
    CredentialRepresentation hashed(String password) {
        return HashedPassword.of(password);
    }

    /** Has the account of that login, if there is one, bear another name. */
    void rename(String login, String name) {
        answered(() -> {
            realm().users().searchByUsername(login, true).forEach(user -> {
                user.setFirstName(AccountName.of(name, login));
                realm().users().get(user.getId()).update(user);
            });
            return null;
        });
    }

    /** People of the county who hold the role now. */
    public Set<UUID> holding(String role, String county) {
        return answered(() -> {
            Set<UUID> people = new HashSet<>();
            int pages = 0;
            List<UserRepresentation> holders;
            do {
                holders = realm().roles().get(role).getUserMembers(false, pages, AT_ONCE);
                holders.stream()
                        .filter(holder -> named(holder, "county").contains(county))
                        .flatMap(holder -> named(holder, "person").stream())
                        .map(UUID::fromString)
                        .forEach(people::add);
                pages += holders.size();
            } while (holders.size() == AT_ONCE);
            return people;
        });
    }

    /** Whether the login's account belongs to somebody else: Keycloak's logins are one name space over all counties. */
    boolean belongsToAnother(Holder holder) {
        return answered(() -> realm().users().searchByUsername(holder.login(), true)).stream()
                .anyMatch(
                        user -> !named(user, "person").contains(holder.person().toString()));
    }

    /** A fresh PIN of six digits. */
    String drawPin() {
        return Pin.draw(RANDOM::nextInt);
    }

    /** Three fresh pictures for somebody who cannot read. */
    String drawPictures() {
        return PicturePin.draw(RANDOM::nextInt);
    }

    /** The PIN of a card for somebody who may have no account yet. */
    void givePin(Holder holder, List<String> roles, String pin) {
        answered(() -> {
            provide(holder, roles, pin);
            return pin;
        });
    }

    @Override
    public void signOutEverywhere(String login) {
        sessions.end(answered(() -> realm().users().searchByUsername(login, true).stream()
                .flatMap(user -> signOut(realm().users().get(user.getId())).stream())
                .toList()));
    }

    /** Ends every session of the holder's account and deletes it; nothing happens where there is none. */
    public void close(Holder holder) {
        answered(() -> realm().users().searchByUsername(holder.login(), true)).stream()
                .filter(user -> named(user, "person").contains(holder.person().toString()))
                .map(user -> realm().users().get(user.getId()))
                .forEach(account -> sessions.end(answered(() -> {
                    List<String> ended = signOut(account);
                    account.remove();
                    return ended;
                })));
    }

    /** The steps of signing in at pages, each after the one it belongs to, as the realm has them now. */
    List<AuthenticationExecutionInfoRepresentation> stepsOfSignIn() {
        return answered(
                () -> realm().flows().getExecutions(realm().toRepresentation().getBrowserFlow()));
    }

    /** @return the sessions that there were: those of pages, and those whose tokens programs hold */
    private List<String> signOut(UserResource account) {
        List<String> sessions = account.getUserSessions().stream()
                .map(UserSessionRepresentation::getId)
                .toList();
        account.logout();
        return sessions;
    }

    /**
     * @throws AccountRefused when Keycloak does not take the account as it is
     * @throws IdentityProviderUnavailable when it does not answer, or may not be asked
     */
    static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException refused) {
            if (ABOUT_THE_ACCOUNT.contains(refused.getResponse().getStatus())) {
                LOG.warn("Keycloak does not take an account", refused);
                throw new AccountRefused();
            }
            LOG.warn("Keycloak did not do what it was asked", refused);
            throw new IdentityProviderUnavailable();
        } catch (ProcessingException unreachable) {
            LOG.warn("Keycloak did not answer", unreachable);
            throw new IdentityProviderUnavailable();
        }
    }

    private static List<String> named(UserRepresentation user, String attribute) {
        return user.getAttributes() == null ? List.of() : user.getAttributes().getOrDefault(attribute, List.of());
    }

    private void grant(UserResource account, List<String> roles) {
        List<RoleRepresentation> granted = new ArrayList<>();
        roles.forEach(role -> granted.add(realm().roles().get(role).toRepresentation()));
        account.roles().realmLevel().add(granted);
    }

    RealmResource realm() {
        return keycloak.realm(realm);
    }
}
