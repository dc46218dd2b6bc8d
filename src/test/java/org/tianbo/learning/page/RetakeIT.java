package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.progress.QuizTries;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A county of its own that lets a quiz be answered again after a day. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RetakeIT {

    private static final String COUNTY = "retake-county";
    private static final String OFFICER = "lets-wait-a-day";
    private static final String RULE = "/county/settings/learning.retakes";
    private static final String LESSON = "first-sentence";
    private static final String QUIZ = "/learn/speaking-to-camera/" + LESSON + "/quiz";

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @Inject
    Curriculum curriculum;

    @Inject
    QuizTries tries;

    @Inject
    CurrentCounty county;

    @Test
    void aFormThatWasGoneBackToIsNotKeptWhileTheQuizIsClosed() {
        counties.open(COUNTY, "等一天县", "Waiting county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        String login = "goes-back-at-once-" + Ids.next();
        UUID trainee = newcomers.join(COUNTY, login, Roles.TRAINEE);
        String version = page(OFFICER).get(RULE).htmlPath().getString("**.find { it.@name == 'version' }.@value");
        page(OFFICER)
                .formParam("version", version)
                .formParam("wait", 24)
                .formParam("most", 0)
                .formParam("reason", "想一天再答")
                .post(RULE)
                .then()
                .statusCode(303);
        page(login).get(QUIZ).then().body(containsString("data-quiz"));
        page(login).get(QUIZ + "/marked/" + Ids.next()).then().statusCode(404);

        answer(login, "a");
        Response again = answer(login, "b");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(county.as(COUNTY, () -> tries.of(trainee, LESSON)).count()).isEqualTo(1);
        page(login).get(QUIZ).then().body(containsString("data-for-now"));
        String marked = page(login).get(QUIZ + "/marked").header("Location");
        assertThat(marked).contains(QUIZ + "/marked/");
        page(login).get(marked).then().statusCode(200).body(equalTo(again.asString()));
    }

    private Response answer(String login, String letter) {
        return page(login)
                .formParam("version", curriculum.lesson(LESSON).version())
                .formParam("round", 0)
                .formParam(first(login), letter)
                .post(QUIZ);
    }

    /** A question that is asked, of those that are answered by a letter. */
    private String first(String login) {
        String html = page(login)
                .get("/learn/offline/speaking-to-camera?from=" + LESSON)
                .asString();
        String quiz = html.substring(html.indexOf(QUIZ + "\n"));
        String input = quiz.substring(quiz.indexOf("type=\"radio\""));
        return input.substring(input.indexOf("name=\"") + 6).split("\"")[0];
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
