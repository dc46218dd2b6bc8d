package org.tianbo.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestonesRecorded;
import org.tianbo.cohort.Stage;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * What waits for a connection that rests. Needs the application with its database: what is proven is which rows and
 * jobs there are, most of it in transactions that are rolled back, so that no worker takes them up.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ConnectionsIT {

    private static final String COUNTY = "connections-county";
    private static final String OFFICER = "connections-officer";
    private static final String HERE = "/county/connections";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    CountyReads reads;

    @Inject
    CountyWrites writes;

    @Inject
    Event<MilestonesRecorded> milestones;

    @Any
    @Inject
    Instance<RecurringJob> rounds;

    private Receiver receiver;
    private UUID paused;

    @BeforeEach
    @ActivateRequestContext
    void somethingWaitsForAConnectionThatIsPaused() throws IOException {
        counties.open(COUNTY, "连接县", "Connections county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        UUID trainee = newcomers.join(COUNTY, "connections-trainee", Roles.TRAINEE);
        receiver = new Receiver();
        String shown = Tokens.as(OFFICER)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .formParam("name", "某某平台")
                .formParam("address", receiver.address("/hooks"))
                .post(HERE + "/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        paused = UUID.fromString(shown.replaceFirst("(?s).*?" + HERE + "/([0-9a-f-]{36}).*", "$1"));
        post("/pause").statusCode(303);
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew()
                .run(() -> milestones.fire(new MilestonesRecorded(
                        Ids.next(),
                        List.of(new MilestonesRecorded.Recorded(trainee, Stage.READY, true, Instant.now()))))));
    }

    @AfterEach
    void nobodyListensAnyMore() {
        receiver.close();
    }

    @Test
    void nothingWaitsForAConnectionThatWasRemoved() {
        assertThat(states()).containsExactly("WAITING");
        post("/remove").statusCode(303);
        assertThat(states()).isEmpty();
    }

    @Test
    void aTestIsRefusedWhileNothingIsBrought() {
        post("/test").statusCode(409).body(containsString("先让它继续"));
        assertThat(states()).containsExactly("WAITING");
        post("/remove").statusCode(303);
    }

    @Test
    void roundsAskForOneJobThoughTheLastOneWasNotWorkedYet() {
        List<String> jobs = undone(() -> {
            writes.returning("update connections set state = 'ACTIVE' where id = ? returning id", row -> 1, paused);
            // What the recording itself asked for, if no worker was there yet.
            writes.returning("delete from scheduled_tasks where task_instance like ? returning 1", row -> 1, jobs());
            nextRound();
            nextRound();
            nextRound();
            return reads.rows(
                    "select task_instance from scheduled_tasks where task_instance like ?",
                    row -> row.getString(1),
                    jobs());
        });
        assertThat(jobs).hasSize(1);
        post("/remove").statusCode(303);
    }

    @Test
    void whatWaitedForAYearIsGivenUpAndForgottenLater() {
        undone(() -> {
            set("made_at = made_at - interval '366 days'");
            nextRound();
            assertThat(states()).containsExactly("GAVE_UP");
            nextRound();
            assertThat(states()).hasSize(1);
            set("ended_at = ended_at - interval '91 days'");
            nextRound();
            assertThat(states()).isEmpty();
            return List.of();
        });
        post("/remove").statusCode(303);
    }

    private String jobs() {
        return COUNTY + "/" + paused + "/%";
    }

    private void set(String values) {
        writes.returning("update deliveries set " + values + " where connection = ? returning id", row -> 1, paused);
    }

    /** Within the transaction, where there is one. */
    private List<String> states() {
        return county.as(
                COUNTY,
                () -> reads.rows("select state from deliveries where connection = ?", row -> row.getString(1), paused));
    }

    /** As the rounds see it, which see every county; and nothing stays of it. */
    private List<String> undone(Supplier<List<String>> work) {
        return county.as(CurrentCounty.ROOT, () -> {
            QuarkusTransaction.begin();
            try {
                return work.get();
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private void nextRound() {
        rounds.stream()
                .filter(round -> round.name().equals("interop.deliveries"))
                .forEach(RecurringJob::run);
    }

    private ValidatableResponse post(String path) {
        return Tokens.as(OFFICER)
                .accept("text/html")
                .redirects()
                .follow(false)
                .post(HERE + "/" + paused + path)
                .then();
    }
}
