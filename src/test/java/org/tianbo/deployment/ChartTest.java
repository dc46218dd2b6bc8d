package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest extends RenderedChart {

    @Test
    void theChartPassesTheStrictLint(@TempDir Path folder) throws IOException {
        LintResult result = Chart.lint(folder);

        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void webAndWorkerAreTheSameImageAndOnlyTheWorkerDoesJobs() {
        Node web = manifests.container("tianbo-web");
        Node worker = manifests.container("tianbo-worker");

        assertThat(web.text("image")).isEqualTo("example.org/tianbo:1.0.0").isEqualTo(worker.text("image"));
        assertThat(web.named("env", "TIANBO_JOBS_ENABLED").text("value")).isEqualTo("false");
        assertThat(worker.named("env", "TIANBO_JOBS_ENABLED").text("value")).isEqualTo("true");
        assertThat(environmentBesidesItsRole(web)).isEqualTo(environmentBesidesItsRole(worker));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tianbo-web", "tianbo-worker"})
    void probesAskTheManagementPort(String deployment) {
        Node container = manifests.container(deployment);

        assertThat(container.named("ports", "management").at("containerPort")).isEqualTo(9000);
        Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                .forEach((probe, path) -> {
                    assertThat(container.text(probe + ".httpGet.path")).isEqualTo("/q/health/" + path);
                    assertThat(container.text(probe + ".httpGet.port")).isEqualTo("management");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tianbo-web", "tianbo-worker"})
    void podsRunWithoutRightsOnAReadOnlyFileSystem(String deployment) {
        Node pod = manifests.one("Deployment", deployment);
        Node container = manifests.container(deployment);

        assertThat(pod.at("spec.template.spec.securityContext"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 1001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(container.at("securityContext"))
                .isEqualTo(Map.of(
                        "allowPrivilegeEscalation", false,
                        "readOnlyRootFilesystem", true,
                        "capabilities", Map.of("drop", List.of("ALL"))));
        assertThat(pod.at("spec.template.spec.automountServiceAccountToken")).isEqualTo(false);
        assertThat(container.at("resources.limits.memory")).isNotNull();
        assertThat(container.at("resources.requests.cpu")).isNotNull();
    }

    @Test
    void theSchemaIsMigratedOnceBeforeAnyPodStartsAndByItsOwnerOnly(@TempDir Path folder) throws IOException {
        Node job = Chart.renderWithHooks(folder).one("Job", "tianbo-migrate");
        Node container = job.list("spec.template.spec.containers").get(0);

        assertThat(job.fields().toString()).contains("helm.sh/hook=pre-install,pre-upgrade");
        assertThat(container.named("env", "QUARKUS_FLYWAY_JDBC_URL").text("value"))
                .isEqualTo("jdbc:postgresql://postgres.data:5432/tianbo");
        assertThat(job.text("spec.template.spec.restartPolicy")).isEqualTo("Never");
        assertThat(job.at("spec.template.spec.serviceAccountName"))
                .as("the release's own account does not exist yet")
                .isNull();
        assertThat(container.at("args")).isEqualTo(List.of("migrate"));
        assertThat(container.text("image"))
                .isEqualTo(manifests.container("tianbo-web").text("image"));
        assertThat(container.at("securityContext"))
                .isEqualTo(manifests.container("tianbo-web").at("securityContext"));
        assertThat(job.at("spec.template.spec.securityContext"))
                .isEqualTo(manifests.one("Deployment", "tianbo-web").at("spec.template.spec.securityContext"));
        assertThat(secretsOf(container))
                .isEqualTo(Map.of(
                        "QUARKUS_FLYWAY_USERNAME", "tianbo-database-owner/username",
                        "QUARKUS_FLYWAY_PASSWORD", "tianbo-database-owner/password",
                        "QUARKUS_DATASOURCE_USERNAME", "tianbo-database-application/username"));
        for (String deployment : DEPLOYMENTS) {
            Node serving = manifests.container(deployment);
            assertThat(serving.named("env", "QUARKUS_FLYWAY_MIGRATE_AT_START").text("value"))
                    .isEqualTo("false");
            assertThat(serving.fields().toString()).doesNotContain("tianbo-database-owner");
        }
    }

    @Test
    void theApplicationFindsDatabaseAndKeycloak() {
        Node web = manifests.container("tianbo-web");

        assertThat(web.named("env", "QUARKUS_DATASOURCE_JDBC_URL").text("value"))
                .isEqualTo("jdbc:postgresql://postgres.data:5432/tianbo");
        assertThat(web.named("env", "TIANBO_PUBLIC_ADDRESS").text("value")).isEqualTo("https://tianbo.example.org");
        assertThat(web.named("env", "QUARKUS_OIDC_AUTH_SERVER_URL").text("value"))
                .isEqualTo("https://tianbo.example.org/auth/realms/tianbo");
        assertThat(web.named("env", "TIANBO_SIGN_IN_KEYCLOAK_URL").text("value"))
                .isEqualTo("http://keycloak:8080");
        assertThat(web.named("env", "QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL").text("value"))
                .isEqualTo("http://keycloak:8080/auth");
    }

    @Test
    void pagesAndSignInShareOneOriginAndTheAdminConsoleStaysInside() {
        Node ingress = manifests.one("Ingress", "tianbo");
        Node rule = ingress.list("spec.rules").get(0);
        Map<String, String> backends = rule.list("http.paths").stream()
                .collect(Collectors.toMap(
                        path -> path.text("path"),
                        path -> path.text("backend.service.name"),
                        (a, b) -> a,
                        TreeMap::new));

        assertThat(rule.text("host")).isEqualTo("tianbo.example.org");
        assertThat(ingress.list("spec.tls").get(0).at("hosts")).isEqualTo(List.of("tianbo.example.org"));
        assertThat(backends)
                .isEqualTo(Map.of(
                        "/", "tianbo",
                        "/auth/realms/tianbo/protocol/openid-connect", "keycloak",
                        "/auth/realms/tianbo/.well-known/openid-configuration", "keycloak",
                        "/auth/resources", "keycloak"));
    }

    @Test
    void theServicesLeadToThePodsTheyMean() {
        Node pages = manifests.one("Service", "tianbo");
        Node management = manifests.one("Service", "tianbo-management");

        assertThat(pages.list("spec.ports").get(0).at("port")).isEqualTo(8080);
        assertThat(labels("tianbo-web")).containsAll(entries(pages, "spec.selector"));
        assertThat(labels("tianbo-worker")).doesNotContain(Map.entry("app.kubernetes.io/component", "web"));
        assertThat(management.list("spec.ports").get(0).at("port")).isEqualTo(9000);
        for (String deployment : DEPLOYMENTS) {
            assertThat(labels(deployment)).containsAll(entries(management, "spec.selector"));
        }
    }

    @Test
    void nobodyReachesTheWorkerAndThePagesAreTheOnlyOpenDoor() {
        assertThat(manifests.one("NetworkPolicy", "tianbo-worker").at("spec.ingress"))
                .isNull();
        assertThat(manifests.one("NetworkPolicy", "tianbo-web").at("spec.ingress"))
                .isEqualTo(List.of(Map.of("ports", List.of(Map.of("port", "http")))));
        for (String deployment : DEPLOYMENTS) {
            assertThat(labels(deployment))
                    .containsAll(entries(manifests.one("NetworkPolicy", deployment), "spec.podSelector.matchLabels"))
                    .containsAll(
                            entries(manifests.one("PodDisruptionBudget", deployment), "spec.selector.matchLabels"));
        }
    }

    private static Map<String, Object> environmentBesidesItsRole(Node container) {
        Set<String> role = Set.of("TIANBO_JOBS_ENABLED", "JAVA_OPTS_APPEND");
        return container.list("env").stream()
                .filter(variable -> !role.contains(variable.text("name")))
                .collect(Collectors.toMap(variable -> variable.text("name"), Node::fields));
    }

    private static Set<Map.Entry<String, Object>> labels(String deployment) {
        return entries(manifests.one("Deployment", deployment), "spec.template.metadata.labels");
    }

    @SuppressWarnings("unchecked")
    private static Set<Map.Entry<String, Object>> entries(Node node, String path) {
        return Map.copyOf((Map<String, Object>) node.at(path)).entrySet();
    }
}
