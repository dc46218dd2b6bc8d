package org.tianbo.testsupport.keycloak;

import static org.hamcrest.Matchers.oneOf;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A county's other system, entitled in Keycloak as the chart's README tells operators to. */
public final class SystemClient {

    private static final String REALM = "/admin/realms/tianbo";
    public static final String SECRET = "a-secret-of-the-tests-alone";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private SystemClient() {}

    /** A request of the system, which carries the version that xAPI asks for. */
    public static RequestSpecification of(String county) {
        return RestAssured.given()
                .auth()
                .oauth2(token(county))
                .urlEncodingEnabled(false)
                .header("X-Experience-API-Version", "1.0.3");
    }

    /** The name by which the county's system signs in. */
    public static String name(String county) {
        return "system-" + county;
    }

    /** A token lives longer than a test class. */
    public static String token(String county) {
        return TOKENS.computeIfAbsent(county, SystemClient::entitle);
    }

    private static String entitle(String county) {
        String name = name(county);
        KeycloakOperator.request()
                .contentType("application/json")
                .body(Map.of(
                        "clientId", name,
                        "secret", SECRET,
                        "publicClient", false,
                        "standardFlowEnabled", false,
                        "serviceAccountsEnabled", true,
                        "fullScopeAllowed", false,
                        "defaultClientScopes", List.of("tianbo")))
                .post(REALM + "/clients")
                .then()
                .statusCode(oneOf(201, 409));
        List<Map<String, Object>> clients = KeycloakOperator.request()
                .queryParam("clientId", name)
                .get(REALM + "/clients")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        Map<String, Object> user = KeycloakOperator.request()
                .get(REALM + "/clients/" + clients.get(0).get("id") + "/service-account-user")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        user.put("attributes", Map.of("county", List.of(county)));
        String account = REALM + "/users/" + user.get("id");
        KeycloakOperator.request()
                .contentType("application/json")
                .body(user)
                .put(account)
                .then()
                .statusCode(204);
        Map<String, Object> role = KeycloakOperator.request()
                .get(REALM + "/roles/system")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        KeycloakOperator.request()
                .contentType("application/json")
                .body(List.of(role))
                .post(account + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return RestAssured.given()
                .formParams(Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", SECRET))
                .post("/auth/realms/tianbo/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
