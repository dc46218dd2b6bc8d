package org.tianbo.cohort.progress;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.Stage;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The lists behind the funnel and the pages around them: who is on them, page by page, and who may see them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TraineeListsIT extends ClassOfTwelve {

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
    void aReasonThatIsMissingIsAskedForInTheListOnWhichTheFormStood() {
        UUID learning = trainees.get(1);
        Tokens.as("officer1")
                .contentType(FORM)
                .formParam("reason", " ")
                .post("/cohorts/{id}/trainees/{trainee}/left?stage=learning", cohort, learning)
                .then()
                .statusCode(422)
                .body(containsString("<details class=\"leave\" open>"))
                .body(containsString("aria-invalid=\"true\" aria-describedby=\"left-" + learning + "\" autofocus"))
                .body(containsString("/trainees/" + learning + "/left?stage=learning\""))
                .body(not(containsString(trainees.get(LEARNING).toString())));
    }

    @Test
    void theListOfTheCountysPeopleFollowsWhoComesFurtherAndWhoFallsBack() {
        UUID trainee = trainees.get(1);
        reached(trainee, Stage.CERTIFIED, clock.instant());
        assertThat(people("certified")).contains("/trainees/" + trainee);

        classes.inFengcheng(() -> {
            milestones.lost(trainee, Stage.CERTIFIED, clock.instant(), LESSON, "revoked");
            return null;
        });
        assertThat(people("certified")).doesNotContain("/trainees/" + trainee);
        assertThat(people("learning")).contains("/trainees/" + trainee);
        assertThat(people("enrolled")).contains("/trainees/" + trainees.get(LEARNING));

        cohort = classes.open();
        classes.enrol(cohort, trainee);
        assertThat(people("learning")).contains("/trainees/" + trainee);
    }

    private String people(String stage) {
        return Tokens.as("officer1")
                .get("/people?cohort=" + cohort + "&stage=" + stage)
                .then()
                .statusCode(200)
                .extract()
                .asString();
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
}
