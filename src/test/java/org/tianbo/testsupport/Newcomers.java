package org.tianbo.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.UUID;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.account.Accounts;
import org.tianbo.platform.security.CurrentCounty;

/** People of a test's own, with a sign-in, whom no other test meets. Their password is that of the demo. */
@ApplicationScoped
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
}
