package org.tianbo.testsupport;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.account.Accounts;
import org.tianbo.people.account.QuickAccounts;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/** People of a test's own, with a sign-in, whom no other test meets. Their password is that of the demo. */
@ApplicationScoped
@Unremovable
public class Newcomers {

    /** Whose account Keycloak has; it costs several calls. */
    private final Set<String> provided = ConcurrentHashMap.newKeySet();

    private final CurrentCounty county;
    private final People people;
    private final QuickAccounts accounts;

    Newcomers(CurrentCounty county, People people, QuickAccounts accounts) {
        this.county = county;
        this.people = people;
        this.accounts = accounts;
    }

    /** Somebody of fengcheng. */
    public UUID join(String login, String role) {
        return join("fengcheng", login, role);
    }

    public UUID join(String countyId, String login, String role) {
        return join(countyId, NewPerson.staff(login, login), role);
    }

    /** Somebody of whom more is known than a name. */
    @ActivateRequestContext
    public UUID join(String countyId, NewPerson who, String role) {
        return county.as(countyId, () -> {
            UUID id = people.join(who);
            Accounts.Holder holder = new Accounts.Holder(id, countyId, who.login(), who.name());
            if (!provided.contains(holder + role)) {
                accounts.provideNew(holder, role, "tianbo-demo");
                // Only now: whoever was left half made is made whole by the next who asks.
                provided.add(holder + role);
            }
            return id;
        });
    }

    /** The mentor of that login looks after the trainee from now on; one who is not known joins. */
    @ActivateRequestContext
    public void assign(String countyId, String mentor, UUID trainee) {
        UUID id = idOf(mentor).orElseGet(() -> join(countyId, mentor, Roles.MENTOR));
        county.run(countyId, () -> people.assign(id, trainee));
    }

    private static Optional<UUID> idOf(String login) {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement();
                PreparedStatement people = owner.prepareStatement("select id from people where login = ?")) {
            everywhere.execute("set tianbo.county = '*'");
            people.setString(1, login);
            try (ResultSet found = people.executeQuery()) {
                return found.next() ? Optional.of(found.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
