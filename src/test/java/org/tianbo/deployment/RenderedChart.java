package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;

/** The least installation, rendered once, and what the tests of the chart read from it. */
abstract class RenderedChart {

    static final List<String> DEPLOYMENTS = List.of("tianbo-web", "tianbo-worker");

    static Manifests manifests;

    @BeforeAll
    static void renderTheLeastInstallation() {
        manifests = Chart.render(UnaryOperator.identity());
    }

    /** Variable → secret/key; whatever sounds secret and does not come from one is a fault. */
    static Map<String, String> secretsOf(Node container) {
        Map<String, String> references = new TreeMap<>();
        for (Node variable : container.list("env")) {
            if (variable.at("valueFrom") != null) {
                references.put(
                        variable.text("name"),
                        variable.text("valueFrom.secretKeyRef.name") + "/"
                                + variable.text("valueFrom.secretKeyRef.key"));
            } else {
                assertThat(variable.text("name")).doesNotMatch(".*(SECRET|PASSWORD|USERNAME|_KEY)$");
            }
        }
        return references;
    }
}
