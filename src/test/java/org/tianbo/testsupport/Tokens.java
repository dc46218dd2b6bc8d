package org.tianbo.testsupport;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the demo's people, from the real Keycloak through our own address. */
public final class Tokens {

    private static final String ENDPOINT = "/auth/realms/tianbo/protocol/openid-connect/token";
    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    public static String of(String login) {
        return KEPT.computeIfAbsent(login, Tokens::ask);
    }

    /** A request signed in as that login. */
    public static RequestSpecification as(String login) {
        return RestAssured.given().auth().oauth2(of(login));
    }

    private static String ask(String login) {
        return of(login, RestAssured.given());
    }

    /** A fresh token from the application that the request's specification leads to. */
    public static String of(String login, RequestSpecification application) {
        return application
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", login,
                        "password", "tianbo-demo"))
                .post(ENDPOINT)
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
