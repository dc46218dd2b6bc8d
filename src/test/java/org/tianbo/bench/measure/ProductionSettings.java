package org.tianbo.bench.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings as an operator gives them: the services are there already, and nothing of the demo is. */
public final class ProductionSettings {

    private static final List<String> NOT_IN_PRODUCTION = List.of(
            "quarkus.profile",
            "quarkus.flyway.",
            "quarkus.tls.",
            "quarkus.http.tls",
            "quarkus.http.ssl",
            "tianbo.embedded.",
            "tianbo.demo-road.");

    private ProductionSettings() {}

    /** @param demo settings of the demo's application on the same services */
    public static Map<String, String> of(Map<String, String> demo) {
        Map<String, String> production = new HashMap<>(demo);
        production.keySet().removeIf(name -> NOT_IN_PRODUCTION.stream().anyMatch(name::startsWith));
        production.put(
                "quarkus.oidc.auth-server-url", demo.get("tianbo.embedded.keycloak-url") + "/auth/realms/tianbo");
        production.put("tianbo.public-address", "https://localhost");
        return production;
    }
}
