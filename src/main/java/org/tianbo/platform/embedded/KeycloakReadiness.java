package org.tianbo.platform.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Keycloak takes longer to start than we do; whoever needs it waits here. */
@ApplicationScoped
public class KeycloakReadiness {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final EmbeddedConfig config;

    KeycloakReadiness(EmbeddedConfig config) {
        this.config = config;
    }

    /** Blocks until the realm answers. */
    public void await() {
        await(config.keycloakUrl().orElseThrow(), () -> true);
    }

    static void await(URI keycloak, BooleanSupplier alive) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve("/auth/realms/tianbo"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!answers(client, request)) {
                if (!alive.getAsBoolean()) {
                    throw new IllegalStateException("Keycloak ended while starting; see keycloak.log beside its data");
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Keycloak did not answer in " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Keycloak", interrupted);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
