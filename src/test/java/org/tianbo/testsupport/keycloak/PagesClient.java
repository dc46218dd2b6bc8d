package org.tianbo.testsupport.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.testsupport.TianboServices;

/** Keycloak's client {@code tianbo-web}, changed by the operator for one test and given back as it was found. */
public final class PagesClient implements AutoCloseable {

    private final String id;
    private final Map<String, Object> found;

    private PagesClient() {
        List<Map<String, Object>> clients = KeycloakOperator.request()
                .queryParam("clientId", "tianbo-web")
                .get("/admin/realms/tianbo/clients")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        this.found = clients.get(0);
        this.id = (String) found.get("id");
    }

    /** Access and ID tokens that live that long. */
    public static PagesClient withTokensOf(int seconds) {
        PagesClient client = new PagesClient();
        Map<String, Object> attributes = new HashMap<>();
        ((Map<?, ?>) client.found.get("attributes")).forEach((name, value) -> attributes.put((String) name, value));
        attributes.put("access.token.lifespan", Integer.toString(seconds));
        client.change("attributes", attributes);
        return client;
    }

    /** One that gives tokens for a password, so that a test can hold an ID token made for us. */
    public static PagesClient withDirectGrants() {
        PagesClient client = new PagesClient();
        client.change("directAccessGrantsEnabled", true);
        return client;
    }

    public String secret() {
        return TianboServices.settings().get("quarkus.oidc.credentials.secret");
    }

    private void change(String name, Object value) {
        Map<String, Object> changed = new HashMap<>(found);
        changed.put(name, value);
        put(changed);
    }

    private void put(Map<String, Object> client) {
        KeycloakOperator.request()
                .contentType("application/json")
                .body(client)
                .put("/admin/realms/tianbo/clients/" + id)
                .then()
                .statusCode(204);
    }

    @Override
    public void close() {
        put(found);
    }
}
