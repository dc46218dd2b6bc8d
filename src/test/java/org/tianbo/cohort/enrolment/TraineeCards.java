package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.testsupport.Tokens;

/** A trainee in a class, and the calls that make their card. */
abstract class TraineeCards {

    static final Pattern CARD = Pattern.compile(
            "class=\"login\">(?<login>[2-9a-z]{6})</dd>.*?class=\"pin\">(?<pin>\\d{6})</dd>", Pattern.DOTALL);

    @Inject
    Classes classes;

    @Inject
    EntityManager entities;

    UUID cohort;
    String trainee;

    @BeforeEach
    void aTraineeInAClass() {
        cohort = classes.open();
        trainee = classes.enrol(cohort, "演示·新人").toString();
    }

    /** As a browser goes on: to the page for the printer. */
    Response made(String who, RequestSpecification request) {
        Response made = request.redirects().follow(false).post("/cohorts/{id}/cards", cohort);
        made.then().statusCode(303);
        return printed(who, sealOf(made));
    }

    static String sealOf(Response made) {
        String location = made.getHeader("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    Response printed(String who, String seal) {
        return Tokens.as(who).redirects().follow(false).get("/cohorts/{id}/cards/printed/{seal}", cohort, seal);
    }

    Matcher issue(String person) {
        Matcher card =
                CARD.matcher(print(person).then().statusCode(200).extract().asString());
        assertThat(card.find()).isTrue();
        return card;
    }

    Response print(String person) {
        return made(
                "coordinator1",
                Tokens.as("coordinator1").formParam("trainee", person).formParam("replace", "yes"));
    }

    static Response signIn(String login, String pin) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", login,
                        "password", pin))
                .post("/auth/realms/tianbo/protocol/openid-connect/token");
    }
}
