package org.tianbo.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.people.account.StaffAccounts;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.staff.StaffMember.Account;
import org.tianbo.people.staff.StaffOffice.Invited;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;

/** Accounts of staff follow what is decided; needs the rows in which it is written down and Keycloak. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StaffAccountsIT {

    private static final String COUNTY = "accounts-county";
    private static final String RUN = "." + Long.toString(System.nanoTime(), 36);

    @Inject
    Counties counties;

    @Inject
    StaffOffice office;

    @Inject
    StaffRepository staff;

    @Inject
    StaffAdoption nightly;

    @Inject
    StaffAccountUpdate update;

    @Inject
    PersonRepository people;

    @Inject
    StaffAccounts accounts;

    @Inject
    Jobs jobs;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    @Test
    @ActivateRequestContext
    void whatWasDecidedSinceIsNotTakenForDone() {
        UUID person = invited("decided");

        assertThat(inCounty(() -> staff.followed(person, 1, Account.READY))).isZero();
        assertThat(inCounty(() -> staff.followed(person, 2, Account.READY))).isOne();
    }

    @Test
    @ActivateRequestContext
    void whatNoJobFollowsAnyMoreIsTriedAgainAtNight() {
        UUID person = invited("given-up");
        inCounty(() -> staff.update("account = ?1, version = version + 1 where person = ?2", Account.PENDING, person));

        county.run(COUNTY, () -> nightly.run(COUNTY));

        Eventually.value(() -> account(person), account -> account == Account.READY);
    }

    @Test
    @ActivateRequestContext
    void nobodyAsksKeycloakAboutSomebodyWhileAnotherStillDoes() {
        UUID person = invited("two-passwords");
        UUID slow = UUID.randomUUID();
        Instant now = clock.instant();
        assertThat(inCounty(() -> staff.claim(person, slow, now, now.plus(Duration.ofHours(1)))))
                .isTrue();

        long version = inCounty(() -> staff.member(person).orElseThrow().version);
        county.run(COUNTY, () -> office.newPassword(person, version, null));

        StaffMember waiting = inCounty(() -> staff.member(person).orElseThrow());
        assertThat(waiting.account).isEqualTo(Account.PENDING);
        assertThat(waiting.firstPassword).isNotNull();

        // The slow one finds the newer decision once it is back; here the next who comes does.
        inCounty(() -> {
            staff.release(person, slow);
            return slow;
        });
        county.run(COUNTY, () -> update.followNow(person));
        Eventually.value(() -> account(person), account -> account == Account.READY);
        assertThat(inCounty(() -> staff.member(person).orElseThrow().firstPassword))
                .isNull();
        assertThat(inCounty(() -> staff.claim(person, slow, now, now.plus(Duration.ofHours(1)))))
                .isTrue();
    }

    /** The clock is asked while a decision is being stored; a slow follower is back from Keycloak at that moment. */
    @Test
    @ActivateRequestContext
    void aPasswordThatKeycloakHasTakenOverIsNotPutBackByTheNextDecision() {
        UUID person = invited("put-back");
        UUID slow = UUID.randomUUID();
        Instant now = clock.instant();
        assertThat(inCounty(() -> staff.claim(person, slow, now, now.plus(Duration.ofHours(1)))))
                .isTrue();
        long invited = inCounty(() -> staff.member(person).orElseThrow().version);
        county.run(COUNTY, () -> office.newPassword(person, invited, null));
        long decided = invited + 1;
        AtomicBoolean brought = new AtomicBoolean();
        Clock meanwhile = new Clock() {
            @Override
            public Instant instant() {
                brought.set(brought.get() || isBroughtAtOnce(person, decided));
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        StaffOffice interrupted = new StaffOffice(staff, people, accounts, update, jobs, county, meanwhile);

        county.run(
                COUNTY,
                () -> interrupted.change(person, Invitation.officer("put-back" + RUN, "王干事", "", ""), decided, null));

        String stored = inCounty(() -> staff.member(person).orElseThrow().firstPassword);
        assertThat(stored == null).as("taken over, and not stored any more").isEqualTo(brought.get());
        inCounty(() -> {
            staff.release(person, slow);
            return slow;
        });
    }

    /** Where the row is held by somebody, nothing is brought: it would wait. */
    private boolean isBroughtAtOnce(UUID person, long version) {
        return inCounty(() -> {
            boolean free = !NativeQueries.<Integer>ofOneColumn(
                            staff.getEntityManager(),
                            "select 1 from staff where county = :county and person = :person for update skip locked")
                    .setParameter("county", COUNTY)
                    .setParameter("person", person)
                    .getResultList()
                    .isEmpty();
            return free && staff.followed(person, version, Account.READY) == 1;
        });
    }

    @Test
    @ActivateRequestContext
    void aDecisionThatIsStoredMeanwhileLeavesTheClaimOfWhoAsks() {
        UUID person = invited("claimed");
        UUID asking = UUID.randomUUID();
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofHours(1));

        inCounty(() -> {
            StaffMember decided = staff.member(person).orElseThrow();
            assertThat(inCounty(() -> staff.claim(person, asking, now, until))).isTrue();
            decided.email = "wang@example.com";
            return decided;
        });

        assertThat(inCounty(() -> staff.member(person).orElseThrow().email)).isEqualTo("wang@example.com");
        assertThat(inCounty(() -> staff.claim(person, UUID.randomUUID(), now, until)))
                .isFalse();
        assertThat(inCounty(() -> staff.claim(person, asking, now, until))).isTrue();
    }

    private UUID invited(String login) {
        counties.open(COUNTY, "账号县", "County of accounts");
        Invited invited = county.as(COUNTY, () -> office.invite(Invitation.officer(login + RUN, "王干事", "", ""), null));
        Eventually.value(() -> account(invited.person()), account -> account == Account.READY);
        return invited.person();
    }

    @ActivateRequestContext
    Account account(UUID person) {
        return inCounty(() -> staff.member(person).orElseThrow().account);
    }

    private <T> T inCounty(Supplier<T> work) {
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
