package org.tianbo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ChartTest {

    private static final List<String> DEPLOYMENTS = List.of("tianbo-web", "tianbo-worker");

    private static Manifests manifests;

    @BeforeAll
    static void renderTheLeastInstallation() {
        manifests = Chart.render(UnaryOperator.identity());
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"tianbo-web", "tianbo-worker"})
    void whatIsWrittenGoesToScratchOrToTheSharedMedia(String deployment) {
        Node container = manifests.container(deployment);
        Node pod = manifests.one("Deployment", deployment);

        assertThat(container.named("volumeMounts", "scratch").text("mountPath")).isEqualTo("/tmp");
        assertThat(container.named("env", "JAVA_OPTS_APPEND").text("value"))
                .contains("-Dorg.bytedeco.javacpp.cachedir=/tmp/");
        assertThat(container.named("env", "TIANBO_MEDIA_WORKPLACE").text("value"))
                .startsWith("/tmp/");
        assertThat(container.named("env", "TIANBO_MEDIA_STORE").text("value")).isEqualTo("folder");
        assertThat(container.named("env", "TIANBO_MEDIA_FOLDER").text("value"))
                .isEqualTo(container.named("volumeMounts", "media").text("mountPath"));
        String claim = pod.named("spec.template.spec.volumes", "media").text("persistentVolumeClaim.claimName");
        assertThat(manifests.one("PersistentVolumeClaim", claim).at("spec.accessModes"))
                .isEqualTo(List.of("ReadWriteMany"));
    }

    @Test
    void aBucketNeedsNoVolumeAndItsKeyComesFromASecret() {
        Manifests withBucket = Chart.render(command -> command.set("media.store", "s3")
                .set("media.s3.bucket", "recordings")
                .set("media.s3.endpoint", "https://s3.example.org")
                .set("media.s3.pathStyle", true)
                .set("media.s3.existingSecret", "tianbo-bucket"));

        assertThat(withBucket.ofKind("PersistentVolumeClaim")).isEmpty();
        for (String deployment : DEPLOYMENTS) {
            Node container = withBucket.container(deployment);
            assertThat(container.list("volumeMounts")).hasSize(1);
            assertThat(withBucket.one("Deployment", deployment).list("spec.template.spec.volumes"))
                    .hasSize(1);
            assertThat(container.named("env", "TIANBO_MEDIA_STORE").text("value"))
                    .isEqualTo("s3");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_BUCKET").text("value"))
                    .isEqualTo("recordings");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_ENDPOINT").text("value"))
                    .isEqualTo("https://s3.example.org");
            assertThat(container.named("env", "TIANBO_MEDIA_S3_PATH_STYLE").text("value"))
                    .isEqualTo("true");
            assertThat(secretsOf(container))
                    .containsEntry("TIANBO_MEDIA_S3_ACCESS_KEY", "tianbo-bucket/access-key")
                    .containsEntry("TIANBO_MEDIA_S3_SECRET_KEY", "tianbo-bucket/secret-key");
        }
    }

    @Test
    void whereTheNodesHaveTheRightABucketNeedsNoKey() {
        Manifests withBucket =
                Chart.render(command -> command.set("media.store", "s3").set("media.s3.bucket", "recordings"));

        assertThat(secretsOf(withBucket.container("tianbo-web"))).doesNotContainKey("TIANBO_MEDIA_S3_SECRET_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media.accessMode=ReadWriteOnce",
                "media.accessMode=ReadWriteOnce,media.existingClaim=disk,web.replicas=1",
                "media.accessMode=ReadWriteOnce,web.replicas=2,worker.replicas=0",
                "media.accessMode=ReadWriteOnce,web.replicas=1,worker.replicas=0,web.autoscaling.enabled=true"
            })
    void podsThatWouldNotSeeEachOthersRecordingsAreRefused(String settings) {
        assertThatThrownBy(() -> Chart.render(command -> withAll(command, settings)))
                .hasMessageContaining("each must see every recording")
                .hasMessageContaining("media.store=s3");
    }

    @Test
    void aBucketMustBeNamed() {
        assertThatThrownBy(() -> Chart.render(command -> command.set("media.store", "s3")))
                .hasMessageContaining("media.s3.bucket is not set");
    }

    @Test
    void onePodAloneMayHaveADiskOfItsOwnAndDoesTheJobsItself() {
        Manifests alone = Chart.render(
                command -> withAll(command, "media.accessMode=ReadWriteOnce,web.replicas=1,worker.replicas=0"));

        assertThat(alone.container("tianbo-web")
                        .named("env", "TIANBO_JOBS_ENABLED")
                        .text("value"))
                .isEqualTo("true");
        assertThat(alone.one("Deployment", "tianbo-web").at("spec.strategy")).isEqualTo(Map.of("type", "Recreate"));
        assertThat(manifests.one("Deployment", "tianbo-web").text("spec.strategy.type"))
                .isEqualTo("RollingUpdate");
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
                        Map.entry("TIANBO_STORE_HASH_KEY", "tianbo-keys/store-hash"),
                        Map.entry("TIANBO_CERTIFICATION_SIGNING_KEY", "tianbo-keys/certification-signing")));
        assertThat(manifests.ofKind("Secret")).isEmpty();
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

    @Test
    void whatIsSwitchedOnInValuesIsMade() {
        Manifests grown = Chart.render(command -> command.set("web.autoscaling.enabled", true)
                .set("media.existingClaim", "recordings")
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

    /** Variable → secret/key; whatever sounds secret and does not come from one is a fault. */
    private static Map<String, String> secretsOf(Node container) {
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

    private static TemplateCommand withAll(TemplateCommand command, String settings) {
        TemplateCommand changed = command;
        for (String setting : settings.split(",")) {
            String[] parts = setting.split("=");
            changed = changed.set(parts[0], parts[1]);
        }
        return changed;
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

    @SuppressWarnings("unchecked")
    private static void remove(Map<String, Object> values, List<String> path) {
        Map<String, Object> parent = values;
        for (String step : path.subList(0, path.size() - 1)) {
            parent = (Map<String, Object>) parent.get(step);
        }
        parent.remove(path.get(path.size() - 1));
    }
}
