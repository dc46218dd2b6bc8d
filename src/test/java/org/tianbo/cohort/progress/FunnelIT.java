package org.tianbo.cohort.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.TraineeReady;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.store.FirstOrder;
import org.tianbo.store.StoreClosed;
import org.tianbo.store.StoreOpened;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FunnelIT extends ClassOfTwelve {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    @Test
    void pageJsonCsvAndListsAgree() throws JsonProcessingException {
        // Read without RestAssured's paths, each of which is compiled anew.
        JsonNode funnel = JSON.readTree(
                Tokens.as("officer1").get("/api/cohorts/{id}/funnel", cohort).asString());
        assertThat(funnel.get("enrolled").intValue()).isEqualTo(ENROLLED);
        assertThat(funnel.get("left").intValue()).isEqualTo(1);
        String csv = Tokens.as("auditor1")
                .get("/api/cohorts/{id}/funnel.csv", cohort)
                .asString();
        String page = Tokens.as("auditor1").get("/cohorts/{id}", cohort).asString();
        List<String> lines = csv.lines().toList();
        assertThat(csv).startsWith("\uFEFF");

        for (int i = 0; i < Stage.values().length; i++) {
            String code = Stage.values()[i].code();
            JsonNode stage = funnel.get("stages").get(i);
            int count = stage.get("count").intValue();
            int percent = stage.get("percent").intValue();
            String name = stage.get("name").textValue();
            assertThat(stage.get("stage").textValue()).isEqualTo(code);
            assertThat(lines.get(i + 1)).contains(",%s,%s,%d,%d,%d%%,".formatted(name, code, count, ENROLLED, percent));
            assertThat(page)
                    .containsPattern("stage=" + code + "\"><span>" + name + "</span>\\s*<progress[^>]*value=\"" + count
                            + "\"[^>]*></progress>\\s*<span>" + count + " 人 · " + percent + "%</span>");
            assertThat(JSON.readTree(Tokens.as("officer1")
                            .get("/api/cohorts/" + cohort + "/trainees?stage=" + code)
                            .asString()))
                    .hasSize(count);
        }
        assertThat(funnel.get("stages").get(0).get("count").intValue()).isEqualTo(ENROLLED);
        assertThat(funnel.get("stages").get(1).get("count").intValue()).isEqualTo(LEARNING);
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

    private List<Stage> stagesOf(UUID trainee) {
        return classes.inFengcheng(() -> milestones.currentStages(trainee)).stream()
                .map(Milestones.CurrentStage::stage)
                .toList();
    }
}
