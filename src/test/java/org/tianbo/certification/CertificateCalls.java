package org.tianbo.certification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.certification.badge.Badge;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.Quiz;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
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
        List<Map<String, Object>> records = new ArrayList<>();
        curriculum.courses().forEach(course -> course.lessons().forEach(lesson -> {
            records.add(record("lesson.completed", lesson, Map.of()));
            Map<String, List<String>> answers = new HashMap<>();
            for (Quiz.Item item : curriculum.quiz(lesson.slug()).items()) {
                answers.put(item.id(), item.answers());
            }
            records.add(record("quiz.submitted", lesson, Map.of("answers", answers)));
        }));
        json(trainee)
                .body(Map.of("device", Ids.next(), "records", records))
                .post("/api/sync")
                .then()
                .statusCode(200)
                .body(not(containsString("rejected")));
    }

    private Map<String, Object> record(String type, LessonSummary lesson, Map<String, ?> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("lesson", lesson.slug());
        data.put("version", lesson.version());
        return Map.of("id", Ids.next(), "type", type, "at", clock.instant().toString(), "data", data);
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
