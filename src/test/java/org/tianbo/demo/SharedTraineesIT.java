package org.tianbo.demo;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A rule of the tests themselves. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SharedTraineesIT {

    /** By a call that keeps nothing. */
    @Test
    void aTestThatSendsSomethingAsATraineeOfTheDemoIsTold() {
        Tokens.as("trainee3")
                .contentType("application/octet-stream")
                .body(new byte[1])
                .post("/api/network-probe")
                .then()
                .statusCode(500)
                .body(equalTo(SharedTrainees.FAULT.formatted("trainee3")));
    }

    @Test
    void whatIsRefusedAnywayIsRefusedAsItIs() {
        Tokens.as("trainee3").post("/cohorts").then().statusCode(403);
        Tokens.as("trainee3").get("/api/me").then().statusCode(200);
    }
}
