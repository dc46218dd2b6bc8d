package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the values of the chart switch on, require and refuse. */
class ChartValuesTest extends RenderedChart {

    @ParameterizedTest
    @ValueSource(strings = {"tianbo-web", "tianbo-worker"})
    void everySecretComesFromAnExistingSecret(String deployment) {
        assertThat(secretsOf(manifests.container(deployment)))
                .isEqualTo(Map.ofEntries(
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", "tianbo-database-application/username"),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", "tianbo-database-application/password"),
                        Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "tianbo-keycloak-clients/web-client"),
                        Map.entry(
                                "QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET", "tianbo-keycloak-clients/admin-client"),
                        Map.entry("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", "tianbo-keys/session"),
                        Map.entry("TIANBO_MEDIA_LINK_KEY", "tianbo-keys/media-link"),
                        Map.entry("TIANBO_PEOPLE_HASH_KEY", "tianbo-keys/people-hash"),
                        Map.entry("TIANBO_PRIVACY_MASTER_KEY", "tianbo-keys/privacy-master"),
                        Map.entry("TIANBO_STORE_HASH_KEY", "tianbo-keys/store-hash"),
                        Map.entry("TIANBO_CERTIFICATION_SIGNING_KEY", "tianbo-keys/certification-signing")));
        assertThat(manifests.ofKind("Secret")).isEmpty();
    }

    @Test
    void whatIsSwitchedOnInValuesIsMade() {
        Manifests grown = Chart.render(command -> command.set("web.autoscaling.enabled", true)
                .set("media.existingClaim", "recordings")
                .set("keys.secondPrivacyMasterKey", "privacy-master-2")
                .set("keys.interopKey", "privacy-master")
                .set("ingress.trustedProxies[0]", "10.0.0.0/8")
                .set("networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.name", "monitoring")
                .set("image.digest", "sha256:" + "a".repeat(64)));

        assertThat(grown.one("HorizontalPodAutoscaler", "tianbo-web").text("spec.scaleTargetRef.name"))
                .isEqualTo("tianbo-web");
        assertThat(grown.one("Deployment", "tianbo-web").at("spec.replicas")).isNull();
        assertThat(grown.ofKind("PersistentVolumeClaim")).isEmpty();
        assertThat(grown.container("tianbo-web").text("image")).startsWith("example.org/tianbo@sha256:");
        assertThat(grown.container("tianbo-web")
                        .named("env", "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES")
                        .text("value"))
                .isEqualTo("10.0.0.0/8");
        assertThat(secretsOf(grown.container("tianbo-worker")))
                .containsEntry("TIANBO_PRIVACY_SECOND_MASTER_KEY", "tianbo-keys/privacy-master-2")
                .containsEntry("TIANBO_INTEROP_KEY", "tianbo-keys/privacy-master");
        assertThat(grown.one("NetworkPolicy", "tianbo-worker").list("spec.ingress"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "image.repository",
                "database.jdbcUrl",
                "database.application.existingSecret",
                "database.owner.existingSecret",
                "keycloak.service.name",
                "keycloak.existingSecret",
                "keys.existingSecret"
            })
    void aMissingRequiredValueIsNamed(String required, @TempDir Path folder) throws IOException {
        Map<String, Object> values = Chart.load(Chart.TEST_VALUES);
        List<String> path = Arrays.asList(required.split("\\."));
        List<String> parents = path.subList(0, path.size() - 1);
        remove(values, path);
        Path file = Files.writeString(folder.resolve("values.yaml"), new Yaml().dump(values));

        assertThatThrownBy(() -> Chart.renderWith(file))
                .hasMessageContaining(
                        "- at '" + parents.stream().map("/"::concat).collect(Collectors.joining()) + "'")
                .hasMessageContaining("missing property '" + path.get(parents.size()) + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"database.password=x", "host=https://tianbo.example.org", "worker.autoscaling.enabled=true"})
    void aValueThatMeansNothingIsRefused(String setting) {
        String[] parts = setting.split("=");

        assertThatThrownBy(() -> Chart.render(command -> command.set(parts[0], parts[1])))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @SuppressWarnings("unchecked")
    private static void remove(Map<String, Object> values, List<String> path) {
        Map<String, Object> parent = values;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = (Map<String, Object>) parent.get(step);
        }
        parent.remove(path.get(path.size() - 1));
    }
}
