package org.tianbo.testsupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the demo's people, from the real Keycloak through our own address. */
public final class Tokens {

    private static final String ENDPOINT = "/auth/realms/tianbo/protocol/openid-connect/token";

    /** Half of what a token lives: the tests take longer than that. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Kept> STORED = new ConcurrentHashMap<>();

    private record Kept(String token, long since) {

        boolean fresh() {
            return System.nanoTime() - since < FRESH.toNanos();
        }
    }

    private Tokens() {}

    public static String of(String login) {
        return STORED.compute(login, (name, stored) -> stored != null && stored.fresh() ? stored : request(name))
                .token();
    }

    /** A request signed in as that login. */
    public static RequestSpecification as(String login) {
        return RestAssured.given().auth().oauth2(of(login));
    }

    /** A form of a page sent as that login; where it leads to is not followed. */
    public static RequestSpecification form(String login) {
        return as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    /** A page as that login sees it; it is there. */
    public static String page(String login, String path) {
        return as(login)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Kept request(String login) {
        return new Kept(of(login, RestAssured.given()), System.nanoTime());
    }

    /** A fresh token from the application that the request's specification leads to. */
    public static String of(String login, RequestSpecification application) {
        String answer = application
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
                .asString();
        // Asked for often; RestAssured compiles each path anew, which takes longer than the call.
        try {
            return JSON.readTree(answer).path("access_token").textValue();
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }
}
