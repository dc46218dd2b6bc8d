package org.tianbo.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PostgreSQL and Keycloak beside the application, and the settings that lead to them. The demo and the tests use this
 * very class; production configures addresses instead.
 */
public final class EmbeddedServices implements AutoCloseable {

    /** What the start needs to know; {@code folder} is where all data of the demo lives. */
    public record Plan(Path folder, Path keycloakHome, Path keycloakSources, int httpPort, int httpsPort) {}

    private final EmbeddedDatabase database;
    private final EmbeddedKeycloak keycloak;
    private final Map<String, String> settings;

    private EmbeddedServices(EmbeddedDatabase database, EmbeddedKeycloak keycloak, Map<String, String> settings) {
        this.database = database;
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Starts both; Keycloak goes on starting in the background. */
    public static EmbeddedServices start(Plan plan) throws IOException {
        NativeLibraries.ensure();
        Files.createDirectories(plan.folder());
        Secrets secrets = Secrets.readOrMake(plan.folder().resolve("secrets.properties"));
        EmbeddedDatabase database = EmbeddedDatabase.start(plan.folder().resolve("postgres"));
        try {
            String address = LanCertificate.address();
            String lanUrl = "https://" + address + ":" + plan.httpsPort();
            int keycloakPort = FreePort.find();
            EmbeddedKeycloak keycloak = EmbeddedKeycloak.start(
                    plan.keycloakHome(),
                    plan.keycloakSources(),
                    keycloakPort,
                    database.jdbcUrl("keycloak"),
                    realmEnvironment(secrets, plan.httpPort()),
                    plan.folder().resolve("keycloak.log"));
            Map<String, String> settings = new LinkedHashMap<>();
            databaseSettings(settings, database);
            identitySettings(settings, secrets, plan, keycloakPort, lanUrl);
            webSettings(settings, secrets, plan, address);
            return new EmbeddedServices(database, keycloak, settings);
        } catch (IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** Configuration properties that the application must see before it starts. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Runs when Keycloak ends; the text says where its log is. */
    void onKeycloakExit(Consumer<String> then) {
        keycloak.onExit(
                () -> then.accept("Keycloak ended; its log is " + keycloak.log().toAbsolutePath()));
    }

    /** Blocks until Keycloak answers; fails at once when it has ended. */
    public void awaitKeycloak() {
        KeycloakReadiness.await(keycloak.url(), keycloak::isAlive);
    }

    /** No TIANBO_ORIGIN: the realm then takes the address each person came by. */
    private static Map<String, String> realmEnvironment(Secrets secrets, int httpPort) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TIANBO_WEB_SECRET", secrets.of("web-client"));
        environment.put("TIANBO_ADMIN_SECRET", secrets.of("admin-client"));
        environment.put("TIANBO_BACKCHANNEL_LOGOUT_URL", "http://127.0.0.1:" + httpPort + "/sign-out/back-channel");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"));
        // Starts fast and runs slower later: a demo signs in only a handful of people.
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC -Xmx512m");
        return environment;
    }

    private static void databaseSettings(Map<String, String> settings, EmbeddedDatabase database) {
        String url = database.jdbcUrl("tianbo");
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", EmbeddedDatabase.APPLICATION);
        settings.put("quarkus.flyway.jdbc-url", url);
        settings.put("quarkus.flyway.username", EmbeddedDatabase.OWNER);
        // PostgreSQL asks for no password on the loopback interface, but Flyway requires one to be set.
        settings.put("quarkus.flyway.password", EmbeddedDatabase.OWNER);
    }

    private static void identitySettings(
            Map<String, String> settings, Secrets secrets, Plan plan, int keycloakPort, String lanUrl) {
        String keycloakUrl = "http://127.0.0.1:" + keycloakPort;
        settings.put("tianbo.embedded.keycloak-url", keycloakUrl);
        settings.put("tianbo.sign-in.keycloak-url", keycloakUrl);
        settings.put("tianbo.public-address", "http://localhost:" + plan.httpPort() + "," + lanUrl);
        settings.put("quarkus.oidc.credentials.secret", secrets.of("web-client"));
        settings.put("quarkus.oidc.token-state-manager.encryption-secret", secrets.of("session"));
        settings.put("quarkus.keycloak.admin-client.server-url", keycloakUrl + "/auth");
        settings.put("quarkus.keycloak.admin-client.client-secret", secrets.of("admin-client"));
    }

    private static void webSettings(Map<String, String> settings, Secrets secrets, Plan plan, String address)
            throws IOException {
        String password = secrets.of("certificate");
        Path keyStore = LanCertificate.keyStore(plan.folder(), address, password);
        // Named, so that the port for operators stays plain.
        settings.put("quarkus.http.tls-configuration-name", "phones");
        settings.put(
                "quarkus.tls.phones.key-store.p12.path",
                keyStore.toAbsolutePath().toString());
        settings.put("quarkus.tls.phones.key-store.p12.password", password);
        settings.put(
                "quarkus.tls.loopback.trust-store.p12.path",
                keyStore.toAbsolutePath().toString());
        settings.put("quarkus.tls.loopback.trust-store.p12.password", password);
        settings.put(
                "tianbo.media.folder",
                plan.folder().resolve("media").toAbsolutePath().toString());
        settings.put("tianbo.media.link-key", secrets.of("links"));
        settings.put("tianbo.people.hash-key", secrets.of("people"));
        settings.put("tianbo.privacy.master-key", secrets.of("personal"));
        settings.put("tianbo.store.hash-key", secrets.of("buyers"));
        settings.put("tianbo.certification.signing-key", secrets.of("certificates"));
    }

    @Override
    public void close() throws IOException {
        try {
            keycloak.close();
        } finally {
            database.close();
        }
    }
}
