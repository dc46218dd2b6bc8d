package org.tianbo.cohort.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.TraineeReady;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.store.FirstOrder;
import org.tianbo.store.StoreClosed;
import org.tianbo.store.StoreOpened;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FunnelIT {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final MilestoneEvidence LESSON =
            new MilestoneEvidence(MilestoneEvidence.Kind.LESSON, "first-sentence");
    private static final int ENROLLED = 12;
    private static final int LEARNING = 3;

    @Inject
    Classes classes;

    @Inject
    Milestones milestones;

    @Inject
    Clock clock;

    @Inject
    Event<LessonsCompleted> lessons;

    @Inject
    Event<TraineeReady> ready;

    @Inject
    Event<CertificateIssued> certificates;

    @Inject
    Event<StoreOpened> stores;

    @Inject
    Event<StoreClosed> closings;

    @Inject
    Event<FirstOrder> orders;

    private UUID cohort;
    private List<UUID> trainees;

    @BeforeEach
    void aClassOfWhomThreeLearnAndOneLeft() {
        cohort = classes.open();
        trainees = classes.enrol(cohort, ENROLLED);
        trainees.stream().limit(LEARNING).forEach(trainee -> reached(trainee, Stage.LEARNING, clock.instant()));
        leave(trainees.get(0));
    }

    @Test
    void pageJsonCsvAndListsAgree() {
        JsonPath funnel = funnel();
        assertThat(funnel.getInt("enrolled")).isEqualTo(ENROLLED);
        assertThat(funnel.getInt("left")).isEqualTo(1);
        String csv = Tokens.as("auditor1")
                .get("/api/cohorts/{id}/funnel.csv", cohort)
                .asString();
        String page = Tokens.as("auditor1").get("/cohorts/{id}", cohort).asString();
        List<String> lines = csv.lines().toList();
        assertThat(csv).startsWith("\uFEFF");

        for (int i = 0; i < Stage.values().length; i++) {
            String stage = Stage.values()[i].code();
            int count = funnel.getInt("stages[%d].count".formatted(i));
            int percent = funnel.getInt("stages[%d].percent".formatted(i));
            String name = funnel.getString("stages[%d].name".formatted(i));
            assertThat(funnel.getString("stages[%d].stage".formatted(i))).isEqualTo(stage);
            assertThat(lines.get(i + 1))
                    .contains(",%s,%s,%d,%d,%d%%,".formatted(name, stage, count, ENROLLED, percent));
            assertThat(page)
                    .containsPattern("stage=" + stage + "\"><span>" + name + "</span>\\s*<progress[^>]*value=\"" + count
                            + "\"[^>]*></progress>\\s*<span>" + count + " 人 · " + percent + "%</span>");
            assertThat(list("stage=" + stage).getList("id")).hasSize(count);
        }
        assertThat(funnel.getInt("stages[0].count")).isEqualTo(ENROLLED);
        assertThat(funnel.getInt("stages[1].count")).isEqualTo(LEARNING);
    }

    @Test
    void aStageReportedTwiceIsReachedOnce() {
        Instant first = clock.instant();
        UUID trainee = trainees.get(5);
        reached(trainee, Stage.LEARNING, first);
        reached(trainee, Stage.LEARNING, clock.instant());

        JsonPath list = list("stage=learning");

        assertThat(list.getList("id")).hasSize(4);
        assertThat(Instant.parse(list.getString("find { it.id == '%s' }.at".formatted(trainee))))
                .isEqualTo(first);
        assertThat(list.getString("find { it.id == '%s' }.evidence.kind".formatted(trainee)))
                .isEqualTo("lesson");
    }

    /** A phone's clock or a file's column may say anything; the date that an audit reads does not. */
    @Test
    void aStageIsDatedBetweenEnrolmentAndWhenWeLearntOfIt() {
        Instant enrolled = Instant.parse(list("stage=enrolled").getString("[1].at"));
        UUID early = trainees.get(6);
        UUID late = trainees.get(7);
        reached(early, Stage.LEARNING, clock.instant().minus(Duration.ofDays(399)));
        reached(late, Stage.LEARNING, Instant.parse("9999-12-31T23:59:59Z"));

        JsonPath list = list("stage=learning");

        assertThat(Instant.parse(list.getString("find { it.id == '%s' }.at".formatted(early))))
                .isBetween(enrolled, clock.instant());
        assertThat(Instant.parse(list.getString("find { it.id == '%s' }.at".formatted(late))))
                .isBetween(enrolled, clock.instant());
    }

    @Test
    void whatTheFeaturesReportMovesTheFunnelInTheirOwnTransaction() {
        UUID trainee = trainees.get(9);
        Instant now = clock.instant();

        assertThatThrownBy(() -> classes.inFengcheng(() -> {
                    lessons.fire(new LessonsCompleted(
                            "fengcheng", trainee, List.of(new LessonsCompleted.Completed("first-sentence", now))));
                    throw new IllegalStateException("the teller fails after telling");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stagesOf(trainee)).containsExactly(Stage.ENROLLED);

        classes.inFengcheng(() -> {
            lessons.fire(new LessonsCompleted(
                    "fengcheng", trainee, List.of(new LessonsCompleted.Completed("first-sentence", now))));
            ready.fire(new TraineeReady("fengcheng", trainee, now));
            certificates.fire(new CertificateIssued("fengcheng", trainee, "FC-2026-000002", now));
            stores.fire(new StoreOpened("fengcheng", trainee, UUID.randomUUID(), now));
            orders.fire(new FirstOrder("fengcheng", trainee, UUID.randomUUID(), now));
            return null;
        });

        assertThat(stagesOf(trainee))
                .containsExactly(
                        Stage.ENROLLED,
                        Stage.LEARNING,
                        Stage.READY,
                        Stage.CERTIFIED,
                        Stage.STORE_OPENED,
                        Stage.FIRST_ORDER);
        assertThat(list("stage=ready").getList("id", UUID.class)).containsExactly(trainee);

        classes.inFengcheng(() -> {
            closings.fire(new StoreClosed("fengcheng", trainee, UUID.randomUUID(), now));
            return null;
        });
        assertThat(stagesOf(trainee)).doesNotContain(Stage.STORE_OPENED).contains(Stage.FIRST_ORDER);
    }

    @Test
    void aRevokedCertificateLeavesTheFunnelAndItsPastStays() {
        UUID trainee = trainees.get(1);
        MilestoneEvidence certificate = new MilestoneEvidence(MilestoneEvidence.Kind.CERTIFICATE, "FC-2026-000001");
        reached(trainee, Stage.CERTIFIED, clock.instant());
        assertThat(list("stage=certified").getList("id")).hasSize(1);

        classes.inFengcheng(() -> {
            milestones.lost(trainee, Stage.CERTIFIED, clock.instant(), certificate, "copied");
            return null;
        });

        assertThat(list("stage=certified").getList("id")).isEmpty();
        assertThat(stagesOf(trainee)).containsExactly(Stage.ENROLLED, Stage.LEARNING);
    }

    @Test
    void whoeverLeftFallsBackInTheNumbersOfTheirClassToo() {
        UUID trainee = trainees.get(2);
        reached(trainee, Stage.STEADY_3, clock.instant());
        leave(trainee);
        assertThat(list("stage=steady-3").getList("id")).hasSize(1);
        classes.inFengcheng(() -> {
            milestones.lost(trainee, Stage.STEADY_3, clock.instant(), LESSON, "income");
            return null;
        });
        assertThat(list("stage=steady-3").getList("id")).isEmpty();
    }

    @Test
    void whoeverJoinsAnotherClassComesWithTheStagesTheyHold() {
        UUID trainee = trainees.get(1);
        reached(trainee, Stage.READY, clock.instant());

        UUID autumn = classes.open();
        classes.enrol(autumn, trainee);

        assertThat(Tokens.as("officer1")
                        .get("/api/cohorts/" + autumn + "/trainees?stage=ready")
                        .jsonPath()
                        .getList("id", UUID.class))
                .contains(trainee);
    }

    @Test
    void thoseWhoLeftStayInTheNumbersAndAreNotCalledStalled() {
        Tokens.as("auditor1")
                .get("/cohorts/{id}/trainees?left=true", cohort)
                .then()
                .statusCode(200)
                .body(containsString("=搬走了"));
        assertThat(list("stalledDays=0").getList("id", UUID.class))
                .hasSize(ENROLLED - 1)
                .doesNotContain(trainees.get(0));
        assertThat(list("stalledDays=1").getList("id")).isEmpty();
    }

    @Test
    void theListIsPagedByCursor() {
        Response first = Tokens.as("officer1").get("/api/cohorts/{id}/trainees?stage=enrolled&limit=7", cohort);
        first.then().statusCode(200).body("", hasSize(7)).header("Link", containsString("rel=\"next\""));
        UUID last = UUID.fromString(first.path("[6].id"));

        Tokens.as("officer1")
                .get("/api/cohorts/{id}/trainees?stage=enrolled&limit=7&after={last}", cohort, last)
                .then()
                .statusCode(200)
                .body("", hasSize(ENROLLED - 7));
    }

    @Test
    void aWrongStageAndAForeignReaderAreTurnedAway() {
        Tokens.as("officer1")
                .get("/api/cohorts/{id}/trainees?stage=famous", cohort)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("stage"));
        Tokens.as("trainee1").get("/api/cohorts").then().statusCode(403);
        Tokens.as("auditor1").get("/api/cohorts").then().statusCode(200).body("name", hasItem("2026 秋季班（演示）"));
    }

    @Test
    void anAuditorReadsAndDoesNotWrite() {
        Tokens.as("auditor1").get("/cohorts").then().statusCode(200).body(not(containsString("id=\"new\"")));
        Tokens.as("auditor1").formParam("name", "x").post("/cohorts").then().statusCode(403);
        Tokens.as("auditor1").get("/cohorts/{id}/cards", cohort).then().statusCode(403);
    }

    @Test
    void aClassThatDoesNotFitComesBackFilledInWithTheFaultBesideTheField() {
        Tokens.as("officer1")
                .contentType(FORM)
                .formParam("name", "春季班 <b>")
                .formParam("from", "2026-05-01")
                .formParam("to", "2026-04-01")
                .post("/cohorts")
                .then()
                .statusCode(422)
                .body(containsString("value=\"春季班 &lt;b&gt;\""))
                .body(containsString("结束的日子在开始之前"));
    }

    @Test
    void theDemosClassHasItsSixTrainees() {
        JsonPath cohorts = Tokens.as("officer1").get("/api/cohorts").jsonPath();
        String id = cohorts.getString("find { it.name == '2026 秋季班（演示）' }.id");

        Tokens.as("officer1")
                .get("/api/cohorts/{id}/funnel", id)
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(6))
                .body("stages[0].evidence", startsWith("/api/cohorts/" + id + "/trainees?stage=enrolled"));
    }

    private void leave(UUID trainee) {
        Tokens.as("coordinator1")
                .contentType(FORM)
                .formParam("reason", "=搬走了")
                .redirects()
                .follow(false)
                .post("/cohorts/{id}/trainees/{trainee}/left", cohort, trainee)
                .then()
                .statusCode(303);
    }

    private List<Stage> stagesOf(UUID trainee) {
        return classes.inFengcheng(() -> milestones.currentStages(trainee)).stream()
                .map(Milestones.CurrentStage::stage)
                .toList();
    }

    private JsonPath funnel() {
        return Tokens.as("officer1").get("/api/cohorts/{id}/funnel", cohort).jsonPath();
    }

    private JsonPath list(String query) {
        return Tokens.as("officer1")
                .get("/api/cohorts/" + cohort + "/trainees?" + query)
                .jsonPath();
    }

    private void reached(UUID trainee, Stage stage, Instant at) {
        classes.inFengcheng(() -> {
            milestones.reached(trainee, stage, at, LESSON);
            return null;
        });
    }
}
