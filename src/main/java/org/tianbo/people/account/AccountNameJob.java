package org.tianbo.people.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.jobs.Job;

/** Has Keycloak greet somebody by their corrected name; whoever has no account yet gets it with their card. */
@ApplicationScoped
public class AccountNameJob implements Job {

    public static final String NAME = "people.account-name";

    private static final Logger LOG = Logger.getLogger(AccountNameJob.class);

    private final People people;
    private final Accounts accounts;

    AccountNameJob(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param id the person's */
    @Override
    public void run(String id) {
        PersonView person = people.trainee(UUID.fromString(id));
        accounts.rename(person.login(), person.name());
    }

    /** Cards and pages of ours have the new name; only the greeting keeps the old one, until the next card. */
    @Override
    public void onExhausted(String id) {
        LOG.warnf("Keycloak still has the former name of %s", id);
    }
}
