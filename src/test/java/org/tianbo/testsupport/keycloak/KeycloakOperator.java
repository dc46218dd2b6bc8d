package org.tianbo.testsupport.keycloak;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.tianbo.testsupport.TianboServices;

/** Whoever operates Keycloak: may change the realm itself, which the application may not. */
final class KeycloakOperator {

    private KeycloakOperator() {}

    /** A request to Keycloak's administration, paths beginning with {@code /admin/realms/tianbo}. */
    static RequestSpecification request() {
        Map<String, String> settings = TianboServices.settings();
        String address = settings.get("quarkus.keycloak.admin-client.server-url");
        String token = RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keycloak-admin",
                        "password", password(settings)))
                .post(address + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return RestAssured.given().baseUri(address).port(-1).basePath("").auth().oauth2(token);
    }

    /** The services keep their secrets beside the folder of recordings. */
    private static String password(Map<String, String> settings) {
        Path secrets = Path.of(settings.get("tianbo.media.folder")).resolveSibling("secrets.properties");
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets)) {
            values.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return values.getProperty("keycloak-admin");
    }
}
