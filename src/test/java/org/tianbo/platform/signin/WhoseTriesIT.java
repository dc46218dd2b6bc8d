package org.tianbo.platform.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.http.PageSession;

/** Whose wrong tries a sign-in ends: only the real Keycloak says who signed in, whatever the form says. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({WhoseTriesIT.GUESSED, WhoseTriesIT.OTHER})
class WhoseTriesIT {

    static final String GUESSED = "tries-guessed";
    static final String OTHER = "tries-other";

    private static final String RIGHT = "tianbo-demo";

    /** Eight cost nothing. */
    private static final int ALMOST = 7;

    @Inject
    AgroalDataSource database;

    /** All tests come from one address. */
    @BeforeEach
    void nobodyHasTried() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from sign_in_tries");
        }
    }

    @Test
    void whoeverSignsInWithTheirOwnPasswordUnderAnotherNameEndsNobodyElsesTries() {
        PageSession other = PageSession.of(OTHER);
        guess(ALMOST);

        other.signInAgain(GUESSED, RIGHT).then().statusCode(200).body(containsString(OTHER));

        guess(1);
        grant(RIGHT).then().statusCode(429);
    }

    @Test
    void whoeverSignsInAtThePageBeginsAnew() {
        guess(ALMOST);

        PageSession.of(GUESSED);

        Eventually.value(this::counted, keys -> keys == 1);
        guess(2);
        grant(RIGHT).then().statusCode(200);
    }

    private static void guess(int times) {
        for (int tried = 0; tried < times; tried++) {
            grant("wrong-" + tried).then().body("error", equalTo("invalid_grant"));
        }
    }

    private static Response grant(String password) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", GUESSED,
                        "password", password))
                .post("/auth/realms/tianbo/protocol/openid-connect/token");
    }

    /** The address is one of them. */
    private int counted() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from sign_in_tries")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
