package org.tianbo.certification;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.certification.badge.Badge;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Lessons;
import org.tianbo.testsupport.Tokens;

/** The calls that the tests of certificates share. */
abstract class CertificateCalls {

    @Inject
    Certification certification;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    @Inject
    Curriculum curriculum;

    static Badge badge(String serial) {
        CountyView fengcheng = new CountyView("fengcheng", "丰城", "Fengcheng");
        URI home = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/");
        return new Badge(
                new CertificateView(serial, Ids.next(), "演示", fengcheng, Instant.EPOCH, null),
                CertificationCriteria.USUAL,
                home);
    }

    void learnEverything(String trainee) {
        Lessons.learnEverything(curriculum, Tokens.as(trainee), clock.instant());
    }

    void review(String mentor, UUID attempt) {
        JsonPath claimed = json(mentor)
                .body(Map.of("attempt", attempt))
                .post("/api/reviews/claim")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String review = claimed.getString("id");
        Map<String, Integer> scores = new HashMap<>();
        curriculum.rubric().criteria().forEach(criterion -> scores.put(criterion.id(), 4));
        json(mentor)
                .header("If-Match", "\"" + claimed.getLong("version") + "\"")
                .body(Map.of(
                        "marks",
                        scores,
                        "compliance",
                        Map.of("broken", false),
                        "moments",
                        List.of(Map.of(
                                "id",
                                Ids.next(),
                                "fromMs",
                                0,
                                "criterion",
                                "opening",
                                "kind",
                                "change",
                                "words",
                                "先报重量和价钱"))))
                .put("/api/reviews/" + review)
                .then()
                .statusCode(200);
        Tokens.as(mentor).post("/api/reviews/" + review + "/publish").then().statusCode(200);
    }

    static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    private static RequestSpecification json(String login) {
        return Tokens.as(login).contentType("application/json");
    }
}
