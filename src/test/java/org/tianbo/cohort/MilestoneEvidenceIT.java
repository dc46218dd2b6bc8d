package org.tianbo.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.people.Mentorships;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** From a number of the funnel to its list, and from each line of the list to what proves it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MilestoneEvidenceIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LESSON = "first-sentence";

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    Mentorships mentorships;

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty county;

    @Inject
    Curriculum curriculum;

    @Inject
    Clock clock;

    private UUID cohort;
    private UUID trainee;
    private String login;
    private String mentor;

    @BeforeEach
    void aTraineeInAClass() {
        login = "proves-it-" + NUMBER.incrementAndGet();
        mentor = "vouches-" + NUMBER.get();
        cohort = classes.open();
        trainee = newcomers.join(login, Roles.TRAINEE);
        UUID mentorId = newcomers.join(mentor, Roles.MENTOR);
        county.run("fengcheng", () -> mentorships.assign(List.of(trainee), mentorId, mentorId));
        classes.inFengcheng(() -> cohorts.enrol(
                cohort,
                Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString())),
                Consent.onPaper(mentorId)));
    }

    @Test
    void aFinishedLessonLeadsToThePhonesRecord() {
        UUID record = finishLesson();

        assertThat(proof("learning")).isEqualTo(page() + "#lessons");
        for (String reader : List.of("coordinator1", "officer1", "auditor1")) {
            as(reader)
                    .get(page())
                    .then()
                    .statusCode(200)
                    .body(containsString("record-" + record), containsString("a test"), containsString("第一句话"));
        }
    }

    @Test
    void lessonsThatNobodyReadsSoFastAreKeptAndFlagged() {
        finishLesson();
        as("officer1").get(page()).then().body(not(containsString("太快")));

        curriculum.courses().get(0).lessons().forEach(lesson -> finishLesson(lesson.slug()));

        as("officer1").get(page()).then().body(containsString("太快"), containsString("没有人读得这么快"));
        as("auditor1")
                .header("Accept-Language", "en")
                .get(page())
                .then()
                .body(containsString("nobody reads that fast"));
    }

    @Test
    void anAttemptAndItsReviewLeadToTheRecording() {
        UUID attempt = Attempts.submitted(login, "有凭据的笋干");
        String review = Reviews.published(mentor, attempt);

        assertThat(proof("practising")).isEqualTo("/mentoring/attempts/" + attempt);
        as("auditor1")
                .redirects()
                .follow(false)
                .get(proof("practising"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/mentoring/" + review));
        assertThat(proof("graded")).isEqualTo("/mentoring/" + review);
        as("auditor1").get(proof("graded")).then().statusCode(200).body(containsString("有凭据的笋干"));
        as("officer1")
                .get(page())
                .then()
                .body(containsString("有凭据的笋干"), containsString("80 分"), containsString(mentor));
        as("officer1")
                .header("Accept-Language", "en")
                .get(page())
                .then()
                .body(containsString("80 points"), containsString("Every step on the road"));
    }

    @Test
    void aRosterLineLeadsToTheImportThatBroughtIt() {
        Classes.bring(Classes.UTF_8, cohort, false).statusCode(200);

        String proof = as("auditor1")
                .get("/api/cohorts/{id}/trainees?stage=enrolled", cohort)
                .path("find { it.evidence.kind == 'roster' }.proof");

        assertThat(proof).startsWith("/cohorts/" + cohort + "/roster?from=");
        as("auditor1")
                .get(proof.substring(0, proof.indexOf('#')))
                .then()
                .body(containsString("id=\"" + proof.substring(proof.indexOf('#') + 1) + "\""));
    }

    @Test
    void aRehearsalThatWasTakenBackProvesNothing() {
        UUID first = Attempts.submitted(login, "拿回去的鱼干");
        UUID second = Attempts.submitted(login, "也拿回去的鱼干");
        assertThat(proof("practising")).isEqualTo("/mentoring/attempts/" + first);

        takeBack(first);
        assertThat(proof("practising")).isEqualTo("/mentoring/attempts/" + second);

        takeBack(second);
        assertThat(proof("practising")).isNull();
        as("officer1").get(page()).then().body(containsString("本人把练播拿回去了"));
        as("officer1")
                .header("Accept-Language", "en")
                .get(page())
                .then()
                .body(containsString("Trainee took the practice back"));

        Tokens.as(login).post("/api/attempts/{id}/submit", first).then().statusCode(200);
        assertThat(proof("practising")).isEqualTo("/mentoring/attempts/" + first);
    }

    private void takeBack(UUID attempt) {
        Tokens.as(login).post("/api/attempts/{id}/take-back", attempt).then().statusCode(200);
    }

    @Test
    void everyProofInTheListOpens() {
        finishLesson();
        Reviews.published(mentor, Attempts.submitted(login, "一路都有凭据的鱼干"));

        for (Stage stage : List.of(Stage.ENROLLED, Stage.LEARNING, Stage.PRACTISING, Stage.GRADED)) {
            as("officer1").get(proof(stage.code()).replaceAll("#.*", "")).then().statusCode(200);
            as("officer1")
                    .get("/cohorts/{id}/trainees?stage={stage}", cohort, stage.code())
                    .then()
                    .body(containsString("href=\"" + proof(stage.code()) + "\""));
        }
    }

    @Test
    void whoMayNotSeeItIsToldSoPlainly() {
        UUID attempt = Attempts.submitted(login, "不给外人看的酒");
        for (String stranger : List.of(mentor, login)) {
            as(stranger).get(page()).then().statusCode(403).body(containsString("这一页不归您看"));
        }
        as("officer2").get(page()).then().statusCode(404);
        as("officer2").get("/mentoring/attempts/{id}", attempt).then().statusCode(404);
        as("mentor3").get("/mentoring/attempts/{id}", attempt).then().statusCode(404);
        as(login).get("/mentoring/attempts/{id}", attempt).then().statusCode(403);
        as("officer1").get("/mentoring/attempts/{id}", Ids.next()).then().statusCode(404);
        as("officer1")
                .get("/cohorts/{id}/trainees/{trainee}", cohort, Ids.next())
                .then()
                .statusCode(404)
                .body(containsString("不在这个班的名册上"));
    }

    private UUID finishLesson() {
        return finishLesson(LESSON);
    }

    private UUID finishLesson(String lesson) {
        UUID record = Ids.next();
        String version = curriculum.lesson(lesson).version();
        Tokens.as(login)
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        "a test phone",
                        "records",
                        List.of(Map.of(
                                "id",
                                record.toString(),
                                "type",
                                "lesson.completed",
                                "at",
                                clock.instant().toString(),
                                "data",
                                Map.of("lesson", lesson, "version", version)))))
                .post("/api/sync")
                .then()
                .statusCode(200);
        return record;
    }

    private String page() {
        return "/cohorts/" + cohort + "/trainees/" + trainee;
    }

    private String proof(String stage) {
        return as("auditor1")
                .get("/api/cohorts/{id}/trainees?stage={stage}", cohort, stage)
                .path("find { it.id == '" + trainee + "' }.proof");
    }

    private static RequestSpecification as(String reader) {
        return Tokens.as(reader).accept("text/html, application/json");
    }
}
