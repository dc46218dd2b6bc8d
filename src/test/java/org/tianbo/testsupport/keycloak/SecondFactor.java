package org.tianbo.testsupport.keycloak;

import java.util.List;
import java.util.Map;

/** The realm's second factor of staff as production has it, for one test; the demo leaves it out. */
public final class SecondFactor implements AutoCloseable {

    private static final String EXECUTIONS = "/admin/realms/tianbo/authentication/flows/pages/executions";
    private static final String ALIAS = "second factor of staff";

    public SecondFactor() {
        require("CONDITIONAL");
    }

    @Override
    public void close() {
        require("DISABLED");
    }

    private static void require(String requirement) {
        List<Map<String, Object>> executions = KeycloakOperator.request()
                .get(EXECUTIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("$");
        Map<String, Object> execution = executions.stream()
                .filter(one -> ALIAS.equals(one.get("displayName")))
                .findFirst()
                .orElseThrow();
        execution.put("requirement", requirement);
        KeycloakOperator.request()
                .contentType("application/json")
                .body(execution)
                .put(EXECUTIONS)
                .then()
                .statusCode(204);
    }
}
