package org.tianbo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What phones without a network kept of codes, and when it counts. Needs the application: rows of a county, roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OfflineScansIT {

    private static final String TRAINEE = "scans-offline";
    private static final String LATECOMER = "was-sent-a-photo";
    private static final String TRAINER = "teaches-without-network";
    private static final String OTHER_TRAINER = "teaches-another-without";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    private UUID trainee;
    private UUID cohort;
    private UUID session;

    @BeforeEach
    void planASession() {
        trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        UUID trainer = newcomers.join(TRAINER, Roles.MENTOR);
        newcomers.join(OTHER_TRAINER, Roles.MENTOR);
        cohort = classes.open();
        classes.enrol(cohort, trainee);
        session = PlannedSessions.now(cohort, trainer);
    }

    @Test
    void aScanKeptOfflineCountsAtOnceWhileItsCodeIsStillOnTheScreen() {
        UUID id = Ids.next();
        Map<String, ?> data = Map.of("session", session, "code", PlannedSessions.code(session, Duration.ZERO));

        PlannedSessions.send(TRAINEE, "phone-1", id, Instant.now(), data)
                .body("results[0].status", equalTo("accepted"));
        PlannedSessions.send(TRAINEE, "phone-1", id, Instant.now(), data)
                .body("results[0].status", equalTo("duplicate"));
        assertThat(in()).isEqualTo(1);
    }

    /** Whoever was sent a photo of the screen sets the phone's clock back and sends it as a scan without a network. */
    @Test
    void aPhotographSentLaterWithTheClockSetBackCountsOnlyOnceTheTrainerSaysSo() {
        classes.enrol(cohort, newcomers.join(LATECOMER, Roles.TRAINEE));
        UUID here = keptOffline(TRAINEE, "phone-1", Duration.ofMinutes(20));
        UUID also = keptOffline(LATECOMER, "phone-2", Duration.ofMinutes(18));
        assertThat(in()).isZero();
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).contains("这 2 笔，人我都见着了");
        assertThat(Tokens.page(LATECOMER, "/attend")).contains("等老师看");
        PlannedSessions.page(OTHER_TRAINER)
                .formParam("entry", here)
                .post("/attendance/sessions/{session}/accept", session)
                .then()
                .statusCode(404);

        for (int time = 0; time < 2; time++) {
            PlannedSessions.page(TRAINER)
                    .formParam("entry", here, also)
                    .post("/attendance/sessions/{session}/accept", session)
                    .then()
                    .statusCode(303);
        }

        assertThat(in()).isEqualTo(2);
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).doesNotContain("等您说算不算");
    }

    /** The codes of the next hours lie on the trainer's phone, for a screen without a network. */
    @Test
    void aCodeThatIsStillToComeDoesNotCount() {
        UUID id = keptOffline(TRAINEE, "phone-1", Duration.ofMinutes(-15));

        assertThat(in()).isZero();
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).contains(id.toString());
    }

    /** A scan whose clock says what the code says. */
    private UUID keptOffline(String login, String phone, Duration ago) {
        UUID id = Ids.next();
        Map<String, ?> data = Map.of("session", session, "code", PlannedSessions.code(session, ago));
        PlannedSessions.send(login, phone, id, Instant.now().minus(ago), data)
                .body("results[0].status", equalTo("accepted"));
        return id;
    }

    @Test
    void aScanWhoseClockDisagreesWaitsForAPersonAndIsNotLost() {
        Map<String, ?> data = Map.of("session", session, "code", PlannedSessions.code(session, Duration.ofMinutes(20)));
        UUID id = Ids.next();

        PlannedSessions.send(TRAINEE, "phone-1", id, Instant.now(), data)
                .body("results[0].status", equalTo("accepted"));
        assertThat(in()).isZero();
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).contains("等您说算不算");

        PlannedSessions.page(TRAINER)
                .formParams(Map.of("entry", id, "counts", "true"))
                .post("/attendance/sessions/{session}/trainees/{trainee}/decide", session, trainee)
                .then()
                .statusCode(303);
        assertThat(in()).isEqualTo(1);
    }

    private int in() {
        return Tokens.as(TRAINER)
                .get("/api/attendance/sessions/{session}", session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("in");
    }
}
