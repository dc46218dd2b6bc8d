package org.tianbo.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.SimultaneousCalls;

/** Pages without a script, whose buttons are pressed several times: only a database tells which of them came first. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FormsSentTwiceIT {

    private static final String LOGIN = "presses-twice";
    private static final String PAGE = "/learn/speaking-to-camera/first-sentence";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @Inject
    Newcomers newcomers;

    @Inject
    Curriculum curriculum;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    private UUID trainee;

    @BeforeEach
    void somebodyNew() {
        trainee = newcomers.join(LOGIN, Roles.TRAINEE);
    }

    @Test
    void fourPressesAreOneTryOfTheQuizAndOtherAnswersAreAnother() throws Exception {
        String form = form();
        long before = records("quiz.submitted");

        assertThat(SimultaneousCalls.fourAtOnce(() -> answer(form, "a"))).containsOnly(200);
        assertThat(records("quiz.submitted")).isEqualTo(before + 1);

        answer(form, "b");
        assertThat(records("quiz.submitted")).isEqualTo(before + 2);
        answer(form(), "b");
        assertThat(records("quiz.submitted")).isEqualTo(before + 3);
    }

    @Test
    void fourPressesFinishTheLessonOnce() throws Exception {
        long before = records("lesson.completed");
        SimultaneousCalls.fourAtOnce(() -> Tokens.as(LOGIN)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("version", curriculum.lesson("first-sentence").version())
                .post(PAGE)
                .statusCode());

        assertThat(records("lesson.completed")).isEqualTo(before + 1);
    }

    @Test
    void whatAPhoneSendsAgainBecauseItDidNotHearThatTheFormWasTakenIsOneRecord() {
        String version = curriculum.lesson("first-sentence").version();
        String record = UUID.randomUUID().toString();
        long before = records("lesson.completed");
        Tokens.as(LOGIN)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("version", version)
                .formParam("record", record)
                .post(PAGE)
                .then()
                .statusCode(303);
        Tokens.as(LOGIN)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "device",
                        UUID.randomUUID(),
                        "records",
                        List.of(Map.of(
                                "id",
                                record,
                                "type",
                                "lesson.completed",
                                "at",
                                Instant.now().toString(),
                                "data",
                                Map.of("lesson", "first-sentence", "version", version)))))
                .post("/api/sync")
                .then()
                .statusCode(200);

        assertThat(records("lesson.completed")).isEqualTo(before + 1);
    }

    private static String form() {
        Matcher form = FORM.matcher(Tokens.as(LOGIN).get(PAGE + "/quiz").asString());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private int answer(String form, String letter) {
        return Tokens.as(LOGIN)
                .contentType(ContentType.URLENC)
                .formParam("version", curriculum.lesson("first-sentence").version())
                .formParam("form", form)
                .formParam("dialect", letter)
                .post(PAGE + "/quiz")
                .statusCode();
    }

    private long records(String type) {
        return county.as(
                "fengcheng", () -> QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery(
                                "select count(*) from sync_records where person = :person and type = :type", Long.class)
                        .setParameter("person", trainee)
                        .setParameter("type", type)
                        .getSingleResult()));
    }
}
