package org.tianbo.testsupport;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.account.Accounts;
import org.tianbo.platform.security.CurrentCounty;

/** People of a test's own, with a sign-in, whom no other test meets. Their password is that of the demo. */
@ApplicationScoped
@Unremovable
public class Newcomers {

    private final CurrentCounty county;
    private final People people;
    private final Accounts accounts;

    Newcomers(CurrentCounty county, People people, Accounts accounts) {
        this.county = county;
        this.people = people;
        this.accounts = accounts;
    }

    /** Somebody of fengcheng. */
    public UUID join(String login, String role) {
        return join("fengcheng", login, role);
    }

    @ActivateRequestContext
    public UUID join(String countyId, String login, String role) {
        return county.as(countyId, () -> {
            UUID id = people.join(NewPerson.staff(login, login));
            accounts.provide(new Accounts.Holder(id, countyId, login, login), List.of(role), "tianbo-demo");
            return id;
        });
    }

    /** The mentor of that login looks after the trainee from now on. */
    @ActivateRequestContext
    public void assign(String countyId, String mentor, UUID trainee) {
        county.run(countyId, () -> people.assign(idOf(mentor), trainee));
    }

    private static UUID idOf(String login) {
        try (Connection owner = DatabaseOwner.connection();
                Statement everywhere = owner.createStatement();
                PreparedStatement people = owner.prepareStatement("select id from people where login = ?")) {
            everywhere.execute("set tianbo.county = '*'");
            people.setString(1, login);
            try (ResultSet found = people.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalArgumentException("Nobody signs in as " + login);
                }
                return found.getObject(1, UUID.class);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
