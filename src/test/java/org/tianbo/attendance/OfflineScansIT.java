package org.tianbo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.Waiting;

/** What phones without a network kept of codes, and when it counts. Needs the application: rows of a county, roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OfflineScansIT {

    private static final String TRAINEE = "scans-offline";
    private static final String LATECOMER = "was-sent-a-photo";
    private static final String LEAVER = "leaves-without-network";
    private static final String OFFICER = "was-a-trainee-before";
    private static final String TRAINER = "teaches-without-network";
    private static final String HEARS_AT_HOME = "hears-at-home";
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
        String sheet = "/attendance/sessions/" + session;
        assertThat(Tokens.page(TRAINER, sheet)).contains("这 2 笔", "还没定 2 人", "没到 0 人");
        assertThat(Tokens.page(TRAINER, sheet + "/teach")).contains("还没定 2 人", "没到 0 人", "data-waits=\"true\"");
        assertThat(List.of(state("absent"), state("undecided"))).containsExactly(0, 2);
        assertThat(Tokens.page(LATECOMER, "/attend")).contains("等老师看");
        assertThat(Tokens.page(TRAINER, "/attendance"))
                .as("the trainer learns of it where the week stands")
                .contains("等您核对");
        assertThat(Tokens.page(OTHER_TRAINER, "/attendance")).doesNotContain("等您核对");
        PlannedSessions.page(OTHER_TRAINER)
                .formParam("entry", here)
                .post("/attendance/sessions/{session}/accept", session)
                .then()
                .statusCode(404);

        accept(TRAINER, here, also);
        accept(TRAINER, here, also);

        assertThat(in()).isEqualTo(2);
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).doesNotContain("等您说算不算");
    }

    @Test
    void theHomeOfMentorsSaysAtHowManySessionsPeopleWaitForTheirWord() {
        session = PlannedSessions.now(cohort, newcomers.join(HEARS_AT_HOME, Roles.MENTOR));
        UUID kept = keptOffline(TRAINEE, "phone-1", Duration.ofMinutes(20));

        assertThat(Tokens.page(HEARS_AT_HOME, "/mentoring"))
                .contains("<b>1</b> 次课有人的到课要核对", "href=\"/attendance/sessions/" + session + "\"");
        assertThat(Tokens.page(OTHER_TRAINER, "/mentoring")).doesNotContain("要核对");

        accept(HEARS_AT_HOME, kept);

        assertThat(Tokens.page(HEARS_AT_HOME, "/mentoring")).doesNotContain("要核对");
    }

    @Test
    void onePhoneThatScannedForTwoIsShownStillOnceTheirScansCount() {
        classes.enrol(cohort, newcomers.join(LATECOMER, Roles.TRAINEE));
        UUID here = keptOffline(TRAINEE, "one-phone", Duration.ofMinutes(20));
        UUID also = keptOffline(LATECOMER, "one-phone", Duration.ofMinutes(18));
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).contains("用同一部手机签到");

        accept(TRAINER, here, also);

        assertThat(in()).isEqualTo(2);
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).contains("用同一部手机签到");
    }

    /** The other one's word is spoken between the trainer's look and the trainer's tap. */
    @Test
    void whatAnotherDecidesAtTheSameMomentKeepsNothingElseFromCounting() throws Exception {
        UUID other = newcomers.join(LATECOMER, Roles.TRAINEE);
        classes.enrol(cohort, other);
        UUID here = keptOffline(TRAINEE, "phone-1", Duration.ofMinutes(20));
        UUID also = keptOffline(LATECOMER, "phone-2", Duration.ofMinutes(18));
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local tianbo.county = '*'");
            statement.execute("select 1 from people where id = '" + other + "' for no key update");
            statement.execute("insert into attendance_entries (county, id, session, trainee, mark, method, at,"
                    + " claimed_at, received_at, recorded_by, corrects, reason) select county, gen_random_uuid(),"
                    + " session, trainee, 'VOID', 'LIST', at, now(), now(), recorded_by, id, ''"
                    + " from attendance_entries where id = '" + also + "'");
            CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> accept(TRAINER, here, also));
            Waiting.begins(statement);
            owner.commit();
            accepted.join();
        }

        assertThat(in()).isEqualTo(1);
        assertThat(Tokens.page(TRAINER, "/attendance/sessions/" + session)).doesNotContain("等您说算不算");
    }

    @Test
    void whoseGoingWaitsIsToldSoAndNotThatTheyForgotIt() {
        UUID leaver = newcomers.join(LEAVER, Roles.TRAINEE);
        classes.enrol(cohort, leaver);
        Map<String, ?> came = Map.of("session", session, "trainee", leaver, "mark", "in");
        Instant before = Instant.now().minus(Duration.ofMinutes(25));
        PlannedSessions.send(TRAINER, "desk", Ids.next(), before, came).body("results[0].status", equalTo("accepted"));
        assertThat(Tokens.page(LEAVER, "/attend")).contains("还没签退");

        keptOffline(LEAVER, "phone-1", Duration.ofMinutes(10));

        assertThat(Tokens.page(LEAVER, "/attend")).contains("等老师看").doesNotContain("还没签退", "没有签退");
    }

    /** Before they worked for the county they were in the class. */
    @Test
    void nobodySaysOfThemselvesThatTheyWereThere() throws SQLException {
        UUID officer = newcomers.join(OFFICER, Roles.OFFICER);
        classes.enrol(cohort, officer);
        UUID kept = keptOffline(TRAINEE, "phone-1", Duration.ofMinutes(20));
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("insert into attendance_entries (county, id, session, trainee, mark, method, at,"
                    + " claimed_at, received_at, recorded_by, reason, doubt) select county, '" + session
                    + "', session, '" + officer + "', mark, method, at, claimed_at, received_at, '" + officer
                    + "', '', doubt from attendance_entries where id = '" + kept + "'");
        }
        String address = "/attendance/sessions/" + session;
        String own = address + "/trainees/" + officer;
        assertThat(Tokens.page(OFFICER, address)).doesNotContain(own + "/decide");
        assertThat(Tokens.page(OFFICER, own)).doesNotContain("name=\"reason\"");

        PlannedSessions.page(OFFICER)
                .formParams(Map.of("entry", session, "counts", "true"))
                .post(own + "/decide")
                .then()
                .statusCode(403);
        PlannedSessions.page(OFFICER)
                .formParams(Map.of("in", "", "out", "", "reason", "不在"))
                .post(own)
                .then()
                .statusCode(403);
        PlannedSessions.page(OFFICER)
                .formParams(Map.of("trainee", officer, "mark", "IN"))
                .post(address + "/teach")
                .then()
                .statusCode(403);
        Map<String, ?> tapped = Map.of("session", session, "trainee", officer, "mark", "in");
        PlannedSessions.send(OFFICER, "desk", Ids.next(), Instant.now(), tapped)
                .body("results[0].code", equalTo("attendance.own-attendance"));
        accept(OFFICER, kept, session);

        assertThat(in()).as("the trainee alone").isEqualTo(1);
        assertThat(Tokens.page(TRAINER, address)).contains("等您说算不算", own + "/decide");
    }

    @Test
    void nobodyTakesBackWhatTheTrainerTappedOfThem() {
        UUID officer = newcomers.join(OFFICER, Roles.OFFICER);
        classes.enrol(cohort, officer);
        UUID tap = Ids.next();
        Map<String, ?> came = Map.of("session", session, "trainee", officer, "mark", "in");
        PlannedSessions.send(TRAINER, "desk", tap, Instant.now(), came).body("results[0].status", equalTo("accepted"));

        Map<String, ?> undone = Map.of("session", session, "trainee", officer, "mark", "undo", "entry", tap);
        PlannedSessions.send(OFFICER, "desk", Ids.next(), Instant.now(), undone)
                .body("results[0].code", equalTo("attendance.own-attendance"));
        PlannedSessions.page(OFFICER)
                .formParams(Map.of("trainee", officer, "mark", "undo", "entry", tap))
                .post("/attendance/sessions/" + session + "/teach")
                .then()
                .statusCode(403);

        assertThat(in()).isEqualTo(1);
    }

    private void accept(String login, UUID... entries) {
        PlannedSessions.page(login)
                .formParam("entry", (Object[]) entries)
                .post("/attendance/sessions/{session}/accept", session)
                .then()
                .statusCode(303);
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
        return state("in");
    }

    private int state(String count) {
        return Tokens.as(TRAINER).get("/api/attendance/sessions/" + session).path(count);
    }
}
