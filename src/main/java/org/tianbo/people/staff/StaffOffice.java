package org.tianbo.people.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.account.Accounts.Holder;
import org.tianbo.people.account.FirstPassword;
import org.tianbo.people.account.StaffAccounts;
import org.tianbo.people.person.Person;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.staff.StaffHistoryLine.Change;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/**
 * Who works for the county: invited, changed, ended, taken back. What is decided is stored first, with a job; then the
 * account follows at once if Keycloak answers, and by the job if not.
 */
@ApplicationScoped
public class StaffOffice {

    private static final Logger LOG = Logger.getLogger(StaffOffice.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    /** Until then the account was usually brought up to date at once, and the job finds nothing to do. */
    private static final Duration JOB_LATER = Duration.ofSeconds(20);

    private final StaffRepository staff;
    private final PersonRepository people;
    private final StaffAccounts accounts;
    private final StaffAccountUpdate update;
    private final Jobs jobs;
    private final CurrentCounty county;
    private final Clock clock;

    StaffOffice(
            StaffRepository staff,
            PersonRepository people,
            StaffAccounts accounts,
            StaffAccountUpdate update,
            Jobs jobs,
            CurrentCounty county,
            Clock clock) {
        this.staff = staff;
        this.people = people;
        this.accounts = accounts;
        this.update = update;
        this.jobs = jobs;
        this.county = county;
        this.clock = clock;
    }

    /**
     * Somebody and the password of their first sign-in, which nobody is shown again.
     *
     * @param password empty where none was made
     */
    public record Invited(UUID person, String login, String password) {

        /** The password stays out of logs that print this in passing. */
        @Override
        public String toString() {
            return "Invited[" + person + "]";
        }
    }

    /**
     * @param by null for the operator
     * @throws Refused when something does not fit, or the login is somebody's already
     */
    @Transactional(Transactional.TxType.NEVER)
    public Invited invite(Invitation wanted, UUID by) {
        wanted.check();
        refuseTaken(wanted);
        FirstPassword password = FirstPassword.draw(RANDOM);
        UUID person = QuarkusTransaction.requiringNew().call(() -> added(wanted, password, by));
        update.followNow(person);
        LOG.infof("%s invited as %s by %s", person, wanted.role(), by);
        return new Invited(person, wanted.login(), password.words());
    }

    /** Changes everything but the login. @param version what was seen */
    @Transactional(Transactional.TxType.NEVER)
    public void change(UUID person, Invitation wanted, long version, UUID by) {
        wanted.checkDetails(StaffRefused.wrong());
        decide(person, version, by, Change.CHANGED, "", member -> {
            if (member.ended()) {
                throw StaffRefused.ended();
            }
            keepAnOfficer(member, !wanted.role().equals(Roles.OFFICER));
            take(member, wanted);
            return null;
        });
    }

    /** Gives them a new first password; the one they have, and their second factor, stop working. */
    @Transactional(Transactional.TxType.NEVER)
    public Invited newPassword(UUID person, long version, UUID by) {
        FirstPassword password = FirstPassword.draw(RANDOM);
        String login = decide(person, version, by, Change.NEW_PASSWORD, "", member -> {
            if (member.ended()) {
                throw StaffRefused.ended();
            }
            member.firstPassword = password.stored();
            return people.findById(person).login;
        });
        return new Invited(person, login, password.words());
    }

    /** Ends their access, within seconds. */
    @Transactional(Transactional.TxType.NEVER)
    public void end(UUID person, String reason, long version, UUID by) {
        String why = Objects.requireNonNullElse(reason, "").strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw StaffRefused.reasonMissing();
        }
        decide(person, version, by, Change.ENDED, why, member -> {
            if (member.ended()) {
                throw StaffRefused.ended();
            }
            keepAnOfficer(member, true);
            member.end(clock.instant());
            return null;
        });
        LOG.infof("Access of %s ended by %s", person, by);
    }

    /** Takes back somebody whose access had ended, with a new first password. */
    @Transactional(Transactional.TxType.NEVER)
    public Invited takeBack(UUID person, long version, UUID by) {
        FirstPassword password = FirstPassword.draw(RANDOM);
        String login = decide(person, version, by, Change.RETURNED, "", member -> {
            if (!member.ended()) {
                throw StaffRefused.notEnded();
            }
            member.endedAt = null;
            member.firstPassword = password.stored();
            return people.findById(person).login;
        });
        return new Invited(person, login, password.words());
    }

    private void refuseTaken(Invitation wanted) {
        boolean known = county.as(CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew()
                .call(() -> staff.loginKnown(wanted.login())));
        if (known || takenAtKeycloak(wanted)) {
            throw StaffRefused.loginTaken();
        }
    }

    /** While Keycloak is away nobody knows; the list of staff then shows that the account was refused. */
    private boolean takenAtKeycloak(Invitation wanted) {
        try {
            return accounts.isTaken(new Holder(Ids.next(), county.id(), wanted.login(), wanted.name()));
        } catch (IdentityProviderUnavailable away) {
            return false;
        }
    }

    private UUID added(Invitation wanted, FirstPassword password, UUID by) {
        staff.lockStaff();
        Instant now = clock.instant();
        if (people.isLogin(wanted.login())) {
            throw StaffRefused.loginTaken();
        }
        Person person = Person.staff(wanted.login(), wanted.name(), now);
        people.persistAndFlush(person);
        StaffMember member = StaffMember.of(person.id, wanted.role(), by, now);
        member.firstPassword = password.stored();
        staff.persistAndFlush(member);
        take(member, wanted);
        decided(member, Change.INVITED, "", by);
        return person.id;
    }

    private <T> T decide(
            UUID person, long version, UUID by, Change change, String reason, Function<StaffMember, T> decision) {
        T result = QuarkusTransaction.requiringNew().call(() -> {
            staff.lockStaff();
            StaffMember member = staff.held(person).orElseThrow(StaffRefused::unknown);
            if (member.version != version) {
                throw StaffRefused.changedMeanwhile();
            }
            T of = decision.apply(member);
            decided(member, change, reason, by);
            return of;
        });
        update.followNow(person);
        return result;
    }

    private void decided(StaffMember member, Change change, String reason, UUID by) {
        if (change != Change.ENDED) {
            member.decided();
        }
        Instant now = clock.instant();
        StaffChange made = StaffChange.of(member, change, reason, by, now);
        made.villages = member.allVillages ? null : staff.villagesOf(member.person);
        staff.getEntityManager().persist(made);
        jobs.enqueue(StaffAccountJob.NAME, StaffAccountJob.id(member), county.id(), now.plus(JOB_LATER));
    }

    private void take(StaffMember member, Invitation wanted) {
        Person person = people.findById(member.person);
        person.name = wanted.name();
        person.mobile = wanted.digits();
        member.email = wanted.email();
        member.role = wanted.role();
        member.allVillages = wanted.villages().all();
        if (staff.give(member.person, wanted.given()) != wanted.given().size()) {
            throw StaffRefused.wrong().field("villages", "staff.village-unknown");
        }
    }

    private void keepAnOfficer(StaffMember member, boolean leaves) {
        if (leaves && member.role.equals(Roles.OFFICER) && staff.isLastOfficer(member.person)) {
            throw StaffRefused.lastOfficer();
        }
    }
}
