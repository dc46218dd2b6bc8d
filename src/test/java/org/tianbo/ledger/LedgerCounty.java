package org.tianbo.ledger;

import io.quarkus.arc.Unremovable;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.ledger.chain.ChainCheck;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.CheckedChain;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryFilter;
import org.tianbo.ledger.entry.EntryViews;
import org.tianbo.ledger.entry.Gathering;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Tokens;

/** A county whose ledger no other test writes, with its office. */
@ApplicationScoped
@Unremovable
class LedgerCounty {

    static final String ID = "ledger-county";
    static final String OFFICER = "keeps-the-ledger";
    static final String AUDITOR = "reads-the-ledger";
    static final String TRAINEE = "stands-in-the-ledger";

    private final Newcomers newcomers;
    private final Counties counties;
    private final CurrentCounty county;
    private final Cohorts cohorts;
    private final People people;
    private final Entries entries;
    private final EntryViews views;
    private final Gathering gathering;

    LedgerCounty(
            Newcomers newcomers,
            Counties counties,
            CurrentCounty county,
            Cohorts cohorts,
            People people,
            Entries entries,
            EntryViews views,
            Gathering gathering) {
        this.newcomers = newcomers;
        this.counties = counties;
        this.county = county;
        this.cohorts = cohorts;
        this.people = people;
        this.entries = entries;
        this.views = views;
        this.gathering = gathering;
    }

    @ActivateRequestContext
    UUID officer() {
        counties.open(ID, "台账县", "Ledger county");
        newcomers.join(ID, AUDITOR, Roles.AUDITOR);
        return newcomers.join(ID, OFFICER, Roles.OFFICER);
    }

    @ActivateRequestContext
    UUID trainee() {
        return newcomers.join(ID, TRAINEE, Roles.TRAINEE);
    }

    /** A trainee of one test alone, who never signs in. */
    @ActivateRequestContext
    UUID somebody() {
        String login = "in-the-ledger-" + Ids.next();
        return county.as(ID, () -> people.join(NewPerson.staff(login, login)));
    }

    /** A class with one trainee, who is in no other. */
    record Taught(UUID cohort, UUID trainee) {}

    @ActivateRequestContext
    Taught taught(UUID officer) {
        Taught taught = new Taught(open(), somebody());
        enrol(taught.cohort(), taught.trainee(), officer);
        return taught;
    }

    @ActivateRequestContext
    <T> T as(Supplier<T> work) {
        return county.as(ID, work);
    }

    @ActivateRequestContext
    UUID open() {
        NewCohort wanted = new NewCohort("台账县的班 " + Ids.next(), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
        return county.as(ID, () -> cohorts.open(wanted));
    }

    @ActivateRequestContext
    void enrol(UUID cohort, UUID trainee, UUID officer) {
        MilestoneEvidence evidence = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString());
        county.as(ID, () -> cohorts.enrol(cohort, Map.of(trainee, evidence), Consent.onPaper(officer)));
    }

    @ActivateRequestContext
    void leave(UUID cohort, UUID trainee, String reason) {
        county.run(ID, () -> cohorts.leave(cohort, trainee, reason));
    }

    @ActivateRequestContext
    void comeBack(UUID cohort, UUID trainee) {
        county.run(ID, () -> cohorts.comeBack(cohort, trainee));
    }

    /** Why it became different, as people read it: in the chain itself words about somebody are sealed. */
    @ActivateRequestContext
    String reason(ChainedEntry entry) {
        return county.as(ID, () -> views.of(List.of(entry)).get(0).reason());
    }

    @ActivateRequestContext
    long count(UUID cohort) {
        return county.as(ID, () -> entries.count(of(cohort)));
    }

    /** What stands in the ledger about the class, the oldest first. */
    @ActivateRequestContext
    List<ChainedEntry> history(UUID cohort) {
        return as(() -> entries.after(of(cohort), 0, 100));
    }

    /** Writes down what features have to tell. */
    @ActivateRequestContext
    void gather() {
        as(() -> {
            gathering.run(ID);
            return null;
        });
    }

    /** A request of a form, whose answer is not followed. */
    static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    static EntryFilter of(UUID cohort) {
        return new EntryFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(cohort), Optional.empty(), false);
    }

    /** As the owner may change rows; what was changed is rolled back. */
    static CheckedChain checkedAfter(String change) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local tianbo.county = '*'");
            statement.execute(change);
            CheckedChain checked = ChainCheck.of(owner, ID, entries -> {});
            owner.rollback();
            return checked;
        }
    }

    static void owner(String change) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(change);
        }
    }
}
