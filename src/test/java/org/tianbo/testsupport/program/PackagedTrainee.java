package org.tianbo.testsupport.program;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.people.account.HashedPassword;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * The one trainee of a county of their own, for the packaged application, which brings no demo people. Written where
 * the application reads: into its migrated database and into Keycloak. The password is the demo's, see {@link Tokens}.
 */
public final class PackagedTrainee {

    private PackagedTrainee() {}

    /**
     * @param settings of the services, as {@link TianboServices#settings()} has them
     * @param databaseUrl of the application's database
     */
    public static void join(Map<String, String> settings, String databaseUrl, String county, String login)
            throws SQLException {
        UUID id = Ids.next();
        try (Connection owner = DriverManager.getConnection(
                databaseUrl, settings.get("quarkus.flyway.username"), settings.get("quarkus.flyway.password"))) {
            try (Statement set = owner.createStatement()) {
                set.execute("set tianbo.county = '" + county + "'");
            }
            insert(owner, "insert into counties (id, name_zh, name_en) values (?, ?, ?)", county, county, county);
            insert(
                    owner,
                    "insert into people (county, id, login, name, created_at) values (?, ?, ?, ?, now())",
                    county,
                    id,
                    login,
                    login);
        }
        account(settings, id, county, login);
    }

    private static void insert(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement(sql + " on conflict do nothing")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void account(Map<String, String> settings, UUID person, String county, String login) {
        Map<String, Object> user = Map.of(
                "username",
                login,
                "firstName",
                login,
                "enabled",
                true,
                "attributes",
                Map.of("county", List.of(county), "person", List.of(person.toString())),
                "credentials",
                List.of(HashedPassword.of("tianbo-demo")));
        RequestSpecification keycloak = keycloak(settings);
        keycloak.body(user).post("users").then().statusCode(is(oneOf(201, 409)));
        Map<String, Object> known = keycloak(settings)
                .queryParam("username", login)
                .queryParam("exact", true)
                .get("users")
                .then()
                .statusCode(200)
                .extract()
                .path("[0]");
        known.put("attributes", user.get("attributes"));
        String users = "users/" + known.get("id");
        keycloak(settings).body(known).put(users).then().statusCode(204);
        Map<String, Object> role = keycloak(settings)
                .get("roles/trainee")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        keycloak(settings)
                .body(List.of(role))
                .post(users + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    private static RequestSpecification keycloak(Map<String, String> settings) {
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
        return RestAssured.given()
                .baseUri(address)
                .basePath("/admin/realms/tianbo/")
                .contentType("application/json")
                .auth()
                .oauth2(token);
    }
}
