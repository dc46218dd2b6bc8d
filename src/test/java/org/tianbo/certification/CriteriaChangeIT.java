package org.tianbo.certification;

import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** A county of its own asks for less, then for more; needs the jobs, and what a trainee must do to be ready. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CriteriaChangeIT extends CertificateCalls {

    private static final String COUNTY = "criteria-county";
    private static final String OFFICER = "sets-criteria";
    private static final String MENTOR = "reviews-for-criteria";
    private static final String CRITERIA = "/county/settings/certification.criteria";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    private final String trainee = "meets-criteria-" + Ids.next();
    private UUID id;

    @BeforeEach
    void aTraineeWithOneGoodReview() {
        counties.open(COUNTY, "要求县", "Criteria county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        id = newcomers.join(COUNTY, trainee, Roles.TRAINEE);
        newcomers.assign(COUNTY, MENTOR, id);
        ask(4);
        review(MENTOR, Attempts.submitted(trainee, "红薯粉"));
        learnEverything(trainee);
    }

    @Test
    void whoMeetsLessIsReadyAtOnceAndStaysCertifiedWhenMoreIsAsked() {
        page(OFFICER).post("/certification/{id}/pass", id).then().statusCode(409);

        ask(1);
        Eventually.value(() -> page(OFFICER).get("/certification").asString(), desk -> desk.contains(trainee));
        ask(9);

        page(OFFICER).post("/certification/{id}/pass", id).then().statusCode(303);
        page(trainee).get("/my-certificate").then().statusCode(200).body(containsString("<svg class=\"qr\""));
    }

    private static void ask(int reviews) {
        String version = page(OFFICER).get(CRITERIA).htmlPath().getString("**.find { it.@name == 'version' }.@value");
        page(OFFICER)
                .formParam("version", version)
                .formParam("reviews", reviews)
                .formParam("score", 70)
                .formParam("reason", "试一试别的要求")
                .post(CRITERIA)
                .then()
                .statusCode(303);
    }
}
