package org.tianbo.platform.readiness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every secret is there, long enough, real, and used for one thing only. */
final class SecretRules {

    private static final int SHORTEST = 32;

    private static final List<String> KEYS = List.of(
            "quarkus.oidc.credentials.secret",
            "quarkus.oidc.token-state-manager.encryption-secret",
            "quarkus.keycloak.admin-client.client-secret",
            "tianbo.media.link-key",
            "tianbo.people.hash-key",
            "tianbo.privacy.master-key",
            "tianbo.store.hash-key",
            "tianbo.certification.signing-key");

    /**
     * Their length is decided by the other side, and certificates or the machine's own rights may replace them.
     */
    private static final List<String> PASSWORDS =
            List.of("quarkus.datasource.password", "quarkus.flyway.password", "tianbo.media.s3.secret-key");

    /** There for a while only, and then like those above. */
    private static final String SECOND = "tianbo.privacy.second-master-key";

    private SecretRules() {}

    static List<Finding> findings(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> firstUse = new LinkedHashMap<>();
        for (String key : KEYS) {
            settings.value(key)
                    .ifPresentOrElse(value -> length(key, value, findings), () -> findings.add(missing(key)));
            settings.value(key).ifPresent(value -> common(key, value, firstUse, findings));
        }
        settings.value(SECOND).ifPresent(value -> {
            length(SECOND, value, findings);
            common(SECOND, value, firstUse, findings);
        });
        for (String key : PASSWORDS) {
            settings.value(key).ifPresent(value -> common(key, value, firstUse, findings));
        }
        return findings;
    }

    private static Finding missing(String key) {
        return Finding.severe(
                "secret-missing", key + " is not set.", "Set it to a random text: `openssl rand -hex 32`.");
    }

    private static void length(String key, String value, List<Finding> findings) {
        if (value.length() < SHORTEST) {
            findings.add(Finding.severe(
                    "secret-short",
                    key + " has " + value.length() + " characters, fewer than " + SHORTEST + ".",
                    "Set it to a longer random text: `openssl rand -hex 32`."));
        }
    }

    private static void common(String key, String value, Map<String, String> firstUse, List<Finding> findings) {
        // ${...} is left by our own configuration, $(...) by Kubernetes.
        if (value.contains("${") || value.contains("$(")) {
            findings.add(Finding.severe(
                    "secret-placeholder",
                    key + " still holds a placeholder that nothing has filled in.",
                    "Look at where it comes from: the variable it names does not exist there."));
        }
        String other = firstUse.putIfAbsent(value, key);
        if (other != null) {
            findings.add(Finding.severe(
                    "secret-shared",
                    key + " and " + other + " are the same.",
                    "Give each its own: whoever learns one must not have the other."));
        }
    }
}
