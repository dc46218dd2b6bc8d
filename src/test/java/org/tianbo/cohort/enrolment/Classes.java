package org.tianbo.cohort.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Tokens;

/** Fresh classes of fengcheng for tests, and their rosters. */
@ApplicationScoped
public class Classes {

    public static final String UTF_8 = "roster-utf8-bom.csv";
    static final String GB18030 = "roster-gb18030.csv";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CurrentCounty county;
    private final Cohorts cohorts;
    private final People people;

    Classes(CurrentCounty county, Cohorts cohorts, People people) {
        this.county = county;
        this.cohorts = cohorts;
        this.people = people;
    }

    public UUID open() {
        LocalDate from = LocalDate.of(2026, 3, 1);
        return inFengcheng(
                () -> cohorts.open(new NewCohort("test " + NUMBER.incrementAndGet(), from, from.plusMonths(3))));
    }

    /** Somebody of that name, with a login like a card's and no account. */
    UUID enrol(UUID cohort, String name) {
        return inFengcheng(() -> join(cohort, name));
    }

    /** So many of them, in one transaction. */
    public List<UUID> enrol(UUID cohort, int howMany) {
        return inFengcheng(
                () -> Stream.generate(() -> join(cohort, "演示")).limit(howMany).toList());
    }

    /** Somebody who may be in another class already. */
    public void enrol(UUID cohort, UUID person) {
        inFengcheng(() -> {
            cohorts.enrol(
                    cohort,
                    Map.of(person, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, person.toString())),
                    Consent.onPaper(person));
            return person;
        });
    }

    private UUID join(UUID cohort, String name) {
        String login = String.format(Locale.ROOT, "n%05d", NUMBER.incrementAndGet())
                .replace('0', 'x')
                .replace('1', 'y');
        UUID person = people.join(NewPerson.staff(login, name));
        cohorts.enrol(
                cohort,
                Map.of(person, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)),
                Consent.onPaper(person));
        return person;
    }

    @ActivateRequestContext
    public <T> T inFengcheng(Supplier<T> work) {
        return county.as("fengcheng", () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    @ActivateRequestContext
    <T> T outsideTransactions(Supplier<T> work) {
        return county.as("fengcheng", work);
    }

    public static ValidatableResponse bring(String fixture, UUID cohort, boolean dryRun) {
        return Tokens.as("officer1")
                .contentType("text/csv")
                .body(fixture(fixture))
                .post("/api/rosters?cohort={cohort}&dryRun={dryRun}", cohort, dryRun)
                .then();
    }

    static byte[] fixture(String name) {
        try (InputStream file = Classes.class.getResourceAsStream("/fixtures/rosters/" + name)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
