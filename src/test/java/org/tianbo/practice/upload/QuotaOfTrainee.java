package org.tianbo.practice.upload;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.media.Media;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.CountyChunks;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Tokens;

/** A trainee of the test's own with a quota that it may change. */
abstract class QuotaOfTrainee {

    static final String COUNTY = "fengcheng";
    static final String LOGIN = "quota-trainee";

    @Inject
    Newcomers newcomers;

    @Inject
    CountyAttempts attempts;

    @Inject
    CountyChunks stored;

    @Inject
    Media media;

    @Inject
    Clock clock;

    UUID trainee;

    @BeforeEach
    void aTraineeOfItsOwn() {
        trainee = newcomers.join(LOGIN, Roles.TRAINEE);
    }

    @AfterEach
    void asConfiguredAgain() {
        change(Map.of()).statusCode(200);
    }

    String path() {
        return "/api/quotas/" + COUNTY + "/people/" + trainee;
    }

    long used(String kind) {
        return Tokens.as("admin")
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("used." + kind);
    }

    ValidatableResponse change(Map<String, ?> limits) {
        return change(path(), limits);
    }

    static ValidatableResponse change(String path, Map<String, ?> limits) {
        Map<String, Object> body = new HashMap<>(limits);
        body.put("note", "a test");
        return Tokens.as("admin")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    ValidatableResponse page() {
        return page("/practice");
    }

    static ValidatableResponse page(String address) {
        return Tokens.as(LOGIN)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200);
    }
}
