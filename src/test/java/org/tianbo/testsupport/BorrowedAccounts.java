package org.tianbo.testsupport;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/**
 * Keycloak's accounts, given back as they were found. An application on a database of its own tells Keycloak about
 * people of its own; the tests of the common database would then sign in as people it has never heard of.
 */
public final class BorrowedAccounts implements AutoCloseable {

    private static final int MORE_THAN_THERE_ARE = 1_000;

    private final Map<String, String> settings;
    private final List<Map<String, Object>> found;

    private BorrowedAccounts(Map<String, String> settings) {
        this.settings = settings;
        this.found = keycloak()
                .queryParam("max", MORE_THAN_THERE_ARE)
                .get("/admin/realms/tianbo/users")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    /** @param settings of the services, as {@link TianboServices#settings()} has them */
    public static BorrowedAccounts of(Map<String, String> settings) {
        return new BorrowedAccounts(settings);
    }

    @Override
    public void close() {
        found.forEach(user -> keycloak()
                .contentType("application/json")
                .body(user)
                .put("/admin/realms/tianbo/users/" + user.get("id"))
                .then()
                .statusCode(204));
    }

    private RequestSpecification keycloak() {
        String address = settings.get("quarkus.keycloak.admin-client.server-url");
        String token = RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "tianbo-admin",
                        "client_secret", settings.get("quarkus.keycloak.admin-client.client-secret")))
                .post(address + "/realms/tianbo/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return RestAssured.given().baseUri(address).basePath("").auth().oauth2(token);
    }
}
