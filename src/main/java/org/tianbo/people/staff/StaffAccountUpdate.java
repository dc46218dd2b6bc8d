package org.tianbo.people.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.AccountRefused;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.people.account.Accounts.Holder;
import org.tianbo.people.account.StaffAccounts;
import org.tianbo.people.staff.StaffMember.Account;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;

/** Has a member's account at Keycloak follow what was decided. Keycloak is asked between two transactions. */
@ApplicationScoped
class StaffAccountUpdate {

    private static final Logger LOG = Logger.getLogger(StaffAccountUpdate.class);

    /** Decisions about one person that come while Keycloak is asked; more than these are left to the job. */
    private static final int MOST_TIMES = 5;

    /** Longer than Keycloak may take over all that it is asked about one person. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final StaffRepository staff;
    private final People people;
    private final StaffAccounts accounts;
    private final CurrentCounty county;
    private final Clock clock;

    StaffAccountUpdate(
            StaffRepository staff, People people, StaffAccounts accounts, CurrentCounty county, Clock clock) {
        this.staff = staff;
        this.people = people;
        this.accounts = accounts;
        this.county = county;
        this.clock = clock;
    }

    private record Wanted(Holder holder, String role, boolean ended, Optional<String> password, long version) {}

    /**
     * Nothing happens where the account already is as it should be. Where something was decided while Keycloak was
     * asked, the account follows that too. One at a time asks: who comes later with the older decision in hand would
     * put an older password in the place of a newer one.
     */
    void follow(UUID person) {
        UUID follower = Ids.next();
        try {
            follow(person, follower);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> staff.release(person, follower));
        }
    }

    private void follow(UUID person, UUID follower) {
        boolean outdated = false;
        for (int time = 0; time < MOST_TIMES; time++) {
            boolean anyway = outdated;
            Optional<Wanted> next = QuarkusTransaction.requiringNew().call(() -> wanted(person, anyway, follower));
            if (next.isEmpty()) {
                return;
            }
            Wanted wanted = next.get();
            Account account = brought(wanted);
            outdated = QuarkusTransaction.requiringNew()
                    .call(() -> staff.followed(person, wanted.version(), account) == 0);
            if (!outdated) {
                return;
            }
        }
        throw new IdentityProviderUnavailable();
    }

    /** At once; where Keycloak is away, the job does it later. */
    void followNow(UUID person) {
        try {
            follow(person);
        } catch (IdentityProviderUnavailable away) {
            LOG.infof("The account of %s follows later", person);
        }
    }

    /** @throws IdentityProviderUnavailable while another asks: it looks for newer decisions when it has its answer */
    private Optional<Wanted> wanted(UUID person, boolean anyway, UUID follower) {
        // Read after the claim: what another brought before it must not be taken for the newest.
        Instant now = clock.instant();
        boolean claimed = staff.claim(person, follower, now, now.plus(LONGEST));
        return staff.member(person)
                .filter(member -> anyway || member.account == Account.PENDING)
                .map(member -> {
                    if (!claimed) {
                        throw new IdentityProviderUnavailable();
                    }
                    PersonView known = people.trainee(person);
                    return new Wanted(
                            new Holder(person, county.id(), known.login(), known.name()),
                            member.role,
                            member.ended(),
                            Optional.ofNullable(member.firstPassword),
                            member.version);
                });
    }

    private Account brought(Wanted wanted) {
        try {
            if (accounts.isTaken(wanted.holder())) {
                return wanted.ended() ? Account.READY : Account.REFUSED;
            }
            if (wanted.ended()) {
                accounts.end(wanted.holder());
            } else {
                accounts.provide(wanted.holder(), wanted.role(), wanted.password());
            }
            return Account.READY;
        } catch (AccountRefused refused) {
            LOG.warnf(
                    "Keycloak does not take the account of %s", wanted.holder().person());
            return Account.REFUSED;
        }
    }
}
